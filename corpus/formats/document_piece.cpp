#include "corpus/formats/document_piece.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/letterhead.hpp"
#include "corpus/formats/ministry_letter.hpp"
#include "corpus/formats/signatures.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t lines_of_head = 40;
constexpr std::size_t longest_subject = 400;

// FNV-1a: the same on every machine, so that a file keeps its identifier.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

std::vector<std::string> first_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < lines_of_head) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// "2025D90002" of "file:///map/2025D90002.md", and of what a browser makes of it when it is there
// already, "2025D90002 (1).md". The address is a URI.
std::string_view file_stem(std::string_view origin) {
  origin.remove_prefix(std::min(origin.rfind('/') + 1, origin.size()));
  const std::string_view stem = origin.substr(0, origin.rfind('.'));
  const std::size_t copy = stem.find("%20%28");
  return copy != std::string_view::npos && stem.ends_with("%29") ? stem.substr(0, copy) : stem;
}

void take_letterhead(Letterhead head, Fields& fields) {
  fields.titel = head.dossiers.front().titel;
  fields.dossiers = std::move(head.dossiers);
  fields.volgnummer = std::move(head.volgnummer);
  fields.soort = std::move(head.soort);
  fields.onderwerp = std::move(head.kop);
  fields.datum = std::move(head.datum);
  fields.vergaderjaar = std::move(head.vergaderjaar);
}

void take_letter(MinistryLetter letter, Fields& fields) {
  fields.datum = std::move(letter.datum);
  fields.onderwerp = std::move(letter.betreft);
  if (!letter.kenmerk.empty()) fields.kenmerken["kenmerk"] = std::move(letter.kenmerk);
  const bool of_the_government = std::ranges::any_of(fields.actoren, [](const Actor& actor) {
    return actor.functie.starts_with("minister") || actor.functie.starts_with("staatssec");
  });
  if (of_the_government && fields.soort.empty()) fields.soort = "Brief regering";
}

// The number in the letterhead. An Act of the Kingdom is printed with a number of its own beside
// that of the dossier, 36 027 (R2160), which its publications may have in their identifiers or not.
std::vector<PublicationId> printed_numbers(DossierNumber dossier, const std::string& volgnummer) {
  std::vector<PublicationId> numbers;
  const auto add = [&] {
    auto id = PublicationId::parse(PublicationId::kamerstuk(dossier, volgnummer).text());
    if (id) numbers.push_back(std::move(*id));
  };
  add();
  if (dossier.toevoeging.size() > 1 && dossier.toevoeging.front() == 'R') {
    dossier.toevoeging.clear();
    add();
  }
  return numbers;
}

// The file's name where it is an identifier.
std::vector<std::string> with_name_of_file(const Input& input, std::vector<std::string> named) {
  const std::string_view stem = file_stem(input.origin);
  if (PublicationId::parse(stem) || DocumentNumber::parse(stem)) named.emplace_back(stem);
  return named;
}

// Whether what is known of the file says that it is another publication. Older identifiers have a
// year that the letterhead does not repeat.
bool is_another(const std::vector<std::string>& named, const std::vector<PublicationId>& printed) {
  return std::ranges::any_of(named, [&](const std::string& key) {
    const auto known = PublicationId::parse(key);
    return known && std::ranges::none_of(printed, [&](const PublicationId& id) {
             return id.dossier == known->dossier && id.nummers == known->nummers &&
                    id.achtervoegsel == known->achtervoegsel;
           });
  });
}

// Publications are named by their identifier, other papers by their number.
std::string name_among(const std::vector<std::string>& keys) {
  const auto publication = std::ranges::find_if(
      keys, [](const std::string& key) { return PublicationId::parse(key).has_value(); });
  return publication == keys.end() ? keys.front() : *publication;
}

}  // namespace

Piece document_piece(Source source, const Input& input, Fields fields,
                     std::vector<std::string> named) {
  std::vector<std::string> keys = with_name_of_file(input, std::move(named));
  const std::vector<std::string> lines = first_lines(fields.tekst);
  if (fields.actoren.empty()) fields.actoren = signatures_in(fields.tekst);
  if (auto head = read_letterhead(lines)) {
    const auto printed = printed_numbers(head->dossiers.front().nummer, head->volgnummer);
    if (!is_another(keys, printed)) {
      for (const PublicationId& id : printed) keys.push_back(id.text());
      take_letterhead(std::move(*head), fields);
    }
  } else if (auto letter = read_ministry_letter(lines)) {
    take_letter(std::move(*letter), fields);
  }
  if (fields.onderwerp.empty() && !lines.empty()) {
    fields.onderwerp = shortened(lines.front(), longest_subject);
  }
  if (keys.empty()) keys.push_back(fmt::format("bestand-{:016x}", hash_of(input.origin)));
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::string& key : keys) {
    if (DocumentNumber::parse(key)) fields.documentNummer = key;
  }
  Piece piece;
  piece.source = source;
  piece.origin = input.origin;
  piece.name = name_among(keys);
  piece.keys = std::move(keys);
  piece.fields = std::move(fields);
  return piece;
}

}  // namespace kamerzoek
