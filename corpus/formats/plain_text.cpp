#include "corpus/formats/plain_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/letterhead.hpp"
#include "corpus/formats/note_marks.hpp"
#include "corpus/formats/stuk_soort.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/references/spelling.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view address_label = "URL: ";
constexpr std::size_t longest_title = 400;

// FNV-1a: the same on every machine, so that a file keeps its identifier.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

void take_letterhead(Letterhead head, Piece& piece) {
  Fields& fields = piece.fields;
  const auto id = PublicationId::parse(
      PublicationId::kamerstuk(head.dossiers.front().nummer, head.volgnummer).text());
  if (id) piece.keys.push_back(id->text());
  fields.titel = head.dossiers.front().titel;
  fields.dossiers = std::move(head.dossiers);
  fields.volgnummer = std::move(head.volgnummer);
  fields.soort = std::move(head.soort);
  fields.onderwerp = std::move(head.kop);
  fields.datum = std::move(head.datum);
  fields.vergaderjaar = std::move(head.vergaderjaar);
}

// A page of tweedekamer.nl begins "Brief regering : Voorbereiding gemeenteraadsverkiezingen".
void take_page_title(const std::string& line, Fields& fields) {
  const std::size_t colon = line.find(" : ");
  if (colon == std::string::npos || colon > 80) return;
  const std::string_view soort = soort_of_heading(line.substr(0, colon));
  if (soort.empty()) return;
  fields.soort = soort;
  fields.onderwerp = line.substr(colon + 3);
}

// "(ontvangen 4 februari 2025)" of an answer, which may be cut by the end of a line.
std::string date_of_questions(const std::vector<std::string>& lines) {
  std::string top;
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 12); ++i) {
    top.append(lines[i].substr(0, 1000)).append(" ");
  }
  for (const std::string_view word : {"(ontvangen ", "(ingezonden "}) {
    const std::size_t at = top.find(word);
    if (at == std::string::npos) continue;
    return dutch_date_in(std::string_view(top).substr(at, word.size() + 24));
  }
  return {};
}

// The address the page was saved from names the document, and tells nothing else of it.
void take_address(const std::string& line, Piece& piece) {
  const std::vector<std::string> named = keys_named(line.substr(address_label.size()));
  for (const std::string& key : named) {
    if (ZaakNumber::parse(key)) {
      piece.fields.zaken.push_back(key);
    } else if (piece.keys.empty()) {
      piece.keys.push_back(key);
    }
  }
}

// Pages of officielebekendmakingen.nl have each note as three lines: "X Noot", number, text.
std::vector<Noot> take_notes(std::vector<std::string>& lines) {
  std::vector<Noot> noten;
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool whole = i + 2 < lines.size() && lines[i] == "X Noot";
    if (whole && lines[i + 1] == std::to_string(noten.size() + 1)) {
      noten.push_back({std::move(lines[i + 1]), std::move(lines[i + 2]), {}});
      i += 2;
    } else if (noten.empty() || lines[i] != "Naar boven") {
      kept.push_back(std::move(lines[i]));
    }
  }
  lines = std::move(kept);
  return noten;
}

void set_text(std::vector<std::string> lines, Fields& fields) {
  std::vector<Noot> noten = take_notes(lines);
  TextBuilder text;
  for (const std::string& line : lines) {
    const std::string_view content = without_hashes(line);
    if (content.size() < line.size()) {
      text.heading(content);
    } else {
      text.add(line);
      text.end_line();
    }
  }
  text.finish(fields);
  // Taking out marks moves what stands behind them; no page has both notes and Markdown.
  if (fields.marks.empty()) {
    const auto places = take_out_note_marks(fields.tekst, noten.size());
    for (std::size_t i = 0; i < noten.size(); ++i) noten[i].plaats = places[i];
  }
  fields.noten = std::move(noten);
}

/// The name of the file without its ending: "2025D90002" of "file:///map/2025D90002.md".
std::string file_stem(std::string_view origin) {
  origin.remove_prefix(std::min(origin.rfind('/') + 1, origin.size()));
  return std::string(origin.substr(0, origin.rfind('.')));
}

void set_identifier(const Input& input, Piece& piece) {
  // What a file is its content decides; but a text that does not say which document it is may be
  // named after it.
  const std::string stem = file_stem(input.origin);
  if (piece.keys.empty() && (DocumentNumber::parse(stem) || PublicationId::parse(stem))) {
    piece.keys.push_back(stem);
  }
  if (piece.keys.empty()) {
    piece.keys.push_back(fmt::format("bestand-{:016x}", hash_of(input.origin)));
  }
  piece.name = piece.keys.front();
  for (const std::string& key : piece.keys) {
    if (DocumentNumber::parse(key)) piece.fields.documentNummer = key;
    if (PublicationId::parse(key)) piece.name = key;
  }
  std::ranges::sort(piece.keys);
  piece.keys.erase(std::unique(piece.keys.begin(), piece.keys.end()), piece.keys.end());
}

}  // namespace

Result<void> read_plain_text(const Input& input, const Sink& sink) {
  auto lines = lines_of(input.bytes);
  if (!lines) return tl::unexpected(lines.error());
  Piece piece;
  piece.source = Source::text;
  piece.origin = input.origin;
  if (lines->front().starts_with(address_label)) {
    take_address(lines->front(), piece);
    lines->erase(lines->begin());
    if (lines->empty()) return failure(ErrorCode::unreadable, "onder het adres staat geen tekst");
  }
  if (auto head = read_letterhead(*lines)) take_letterhead(std::move(*head), piece);
  take_page_title(lines->front(), piece.fields);
  if (piece.fields.datum.empty() && !piece.fields.soort.empty()) {
    piece.fields.datum = date_of_questions(*lines);
  }
  if (piece.fields.onderwerp.empty()) {
    piece.fields.onderwerp = without_hashes(lines->front().substr(0, longest_title));
  }
  set_text(std::move(*lines), piece.fields);
  set_identifier(input, piece);
  sink.piece(std::move(piece));
  return {};
}

}  // namespace kamerzoek
