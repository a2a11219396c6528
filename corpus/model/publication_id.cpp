#include <algorithm>
#include <array>
#include <utility>

#include "corpus/model/identifiers.hpp"
#include "corpus/model/runs.hpp"

// Identifiers are parts joined by dashes. Every part is held against the shapes that may stand in
// its place, and `text` joins the parts again, so what parses is written back unchanged.
namespace kamerzoek {
namespace {

using Family = PublicationId::Family;
using Parts = std::vector<std::string_view>;

// The longest real one has 29 bytes.
constexpr std::size_t most_bytes = 64;

constexpr std::array<std::pair<std::string_view, Family>, 5> family_names = {
    {{"kst", Family::kst},
     {"ah", Family::ah},
     {"h", Family::h},
     {"kv", Family::kv},
     {"blg", Family::blg}}};

// "-1" is the Tweede Kamer's volgnummer for "none", which has found its way into identifiers
// (kst-33002--1). It is the one part that may hold a dash.
constexpr std::string_view number_withheld = "-1";

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t search = text.substr(begin, 1) == "-" ? begin + 1 : begin;
    const std::size_t end = std::min(text.find('-', search), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (part.empty() || (search != begin && part != number_withheld)) return std::nullopt;
    parts.push_back(part);
    if (end == text.size()) return parts;
    begin = end + 1;
  }
}

bool is_kamer(std::string_view part) {
  return part == "tk" || part == "ek" || part == "vv";
}

bool is_jaar(std::string_view part) {
  return part.size() == 8 && Vergaderjaar::parse(part);
}

bool is_achtervoegsel(std::string_view part) {
  Runs runs(part);
  return runs.one_of("bhn") && runs.digits(3) != 0 && runs.at_end();
}

bool is_serial(std::string_view part) {
  Runs runs(part);
  return runs.digits(10) != 0 && runs.at_end();
}

// 228, 145f, 14H; T, AA, XXXIII; A2E, R1975.
bool is_ondernummer(std::string_view part) {
  if (part == number_withheld) return true;
  Runs runs(part);
  if (runs.digits(6) != 0) {
    if (runs.lower(2) == 0) runs.upper(2);
    return runs.at_end();
  }
  if (runs.upper(10) == 0) return false;
  if (runs.digits(5) != 0) runs.upper(2);
  return runs.at_end();
}

// A chapter or letter that stands without a dossier number (kst-20062007-L-C) or glued to one.
bool is_letters(std::string_view part) {
  Runs runs(part);
  return runs.upper(8) != 0 && runs.at_end();
}

// The number of a meeting or item, a page, a part of a page (1508_1), or the VV of a joint meeting.
bool is_handelingen_number(std::string_view part) {
  if (part == "VV") return true;
  Runs runs(part);
  if (runs.digits(8) == 0) return false;
  return runs.at_end() || (runs.one_of("_") && runs.digits(3) != 0 && runs.at_end());
}

// 1234 or AH1234.
bool is_aanhangsel_number(std::string_view part) {
  Runs runs(part);
  runs.upper(2);
  return runs.digits(10) != 0 && runs.at_end();
}

// 2024Z15441, 2010z00056, 200011382H, 2030411410.
bool is_kamervraag_number(std::string_view part) {
  Runs runs(part);
  if (runs.digits(12) == 0) return false;
  if (runs.one_of("zZ")) return runs.digits(6) != 0 && runs.at_end();
  runs.upper(1);
  return runs.at_end();
}

// What stands between the year and the ondernummer.
bool read_dossier(const Parts& parts, PublicationId& id) {
  const std::string first(parts.front());
  const auto letters = std::min(first.find_first_not_of("0123456789"), first.size());
  if (letters == 0) {
    id.nummers.push_back(first);
    return parts.size() == 1 && !id.jaar.empty() && is_letters(first);
  }
  if (letters < first.size()) {
    id.glued = true;
    id.dossier = DossierNumber::parse(first.substr(0, letters) + "-" + first.substr(letters));
    return parts.size() == 1 && is_letters(first.substr(letters)) && id.dossier;
  }
  if (parts.size() == 1) {
    id.dossier = DossierNumber::parse(first);
    return id.dossier.has_value();
  }
  const std::string second(parts[1]);
  id.dossier = DossierNumber::parse(first + "-" + second);
  if (!id.dossier && is_serial(second)) {
    // Two numbers in a dossier without addition (kst-21499-1388-9).
    id.dossier = DossierNumber::parse(first);
    id.nummers.push_back(second);
  }
  return parts.size() == 2 && id.dossier;
}

bool read_kst(Parts parts, PublicationId& id) {
  if (parts.size() == 1 && id.jaar.empty()) {
    id.nummers.emplace_back(parts.front());
    return is_serial(parts.front());
  }
  if (parts.size() < 2 || !is_ondernummer(parts.back())) return false;
  const std::string_view ondernummer = parts.back();
  parts.pop_back();
  if (!read_dossier(parts, id)) return false;
  id.nummers.emplace_back(ondernummer);
  return true;
}

bool read_numbers(const Parts& parts, PublicationId& id) {
  const auto all = [&](std::size_t most, auto is_number) {
    return !parts.empty() && parts.size() <= most &&
           std::all_of(parts.begin(), parts.end(), is_number);
  };
  id.nummers.assign(parts.begin(), parts.end());
  if (id.family == Family::blg) return id.kamer.empty() && all(2, is_serial);
  if (id.family == Family::kv) return all(1, is_kamervraag_number);
  // Without a house these two are known by a serial number alone, and with one by their year.
  if (id.kamer.empty() != id.jaar.empty()) return false;
  if (id.kamer.empty()) return all(1, is_serial);
  return id.family == Family::ah ? all(1, is_aanhangsel_number) : all(5, is_handelingen_number);
}

}  // namespace

std::optional<PublicationId> PublicationId::parse(std::string_view text) {
  if (text.size() > most_bytes) return std::nullopt;
  auto parts = split(text);
  if (!parts) return std::nullopt;
  const auto family =
      std::find_if(family_names.begin(), family_names.end(),
                   [&](const auto& known) { return known.first == parts->front(); });
  if (family == family_names.end()) return std::nullopt;
  PublicationId id{};
  id.family = family->second;
  parts->erase(parts->begin());

  const auto take_front = [&](std::string& field) {
    field = parts->front();
    parts->erase(parts->begin());
  };
  const bool kst = id.family == Family::kst;
  if (!kst && !parts->empty() && is_kamer(parts->front())) take_front(id.kamer);
  // The year is never the last part, so a serial number that looks like one stays a number.
  const bool may_have_year = kst || id.family == Family::ah || id.family == Family::h;
  if (may_have_year && parts->size() > 1 && is_jaar(parts->front())) take_front(id.jaar);
  // Questions were reprinted under a bare "h"; on a kamerstuk that would be taken for letter H.
  const bool bare = id.family == Family::kv && parts->size() > 1 && parts->back() == "h";
  if (bare || (parts->size() > 1 && is_achtervoegsel(parts->back()))) {
    id.achtervoegsel = parts->back();
    parts->pop_back();
  }
  if (!(kst ? read_kst(*parts, id) : read_numbers(*parts, id))) return std::nullopt;
  return id;
}

std::string PublicationId::text() const {
  std::string text;
  for (const auto& [name, known] : family_names) {
    if (known == family) text = name;
  }
  const auto add = [&](std::string_view part) {
    if (!part.empty()) text.append("-").append(part);
  };
  add(kamer);
  add(jaar);
  if (dossier) add(glued ? dossier->nummer + dossier->toevoeging : dossier->text());
  for (const auto& nummer : nummers) add(nummer);
  add(achtervoegsel);
  return text;
}

PublicationId PublicationId::kamerstuk(const DossierNumber& dossier, std::string_view volgnummer) {
  PublicationId id{};
  id.family = Family::kst;
  id.dossier = dossier;
  const auto dash = volgnummer.rfind('-');
  if (dash != std::string_view::npos && dash != 0 &&
      is_achtervoegsel(volgnummer.substr(dash + 1))) {
    id.achtervoegsel = volgnummer.substr(dash + 1);
    volgnummer = volgnummer.substr(0, dash);
  }
  id.nummers.emplace_back(volgnummer);
  return id;
}

}  // namespace kamerzoek
