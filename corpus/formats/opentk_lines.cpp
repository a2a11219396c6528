#include "corpus/formats/opentk_lines.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view minutes_form = "2025-06-17 15:45";

// "2025-06-17 15:45" with a T; the date alone where there is no time.
std::string iso_time_of(std::string_view text) {
  std::string iso = iso_date_of(text);
  if (iso.empty() || text.size() < minutes_form.size() || text[13] != ':') return iso;
  const bool digits = std::ranges::all_of(std::string{text[11], text[12], text[14], text[15]},
                                          [](char c) { return c >= '0' && c <= '9'; });
  return digits ? iso.append("T").append(text.substr(11, 5)) : iso;
}

// Takes "(…)" off the end, and returns what is in it.
std::string take_parenthesis(std::string& text) {
  if (!text.ends_with(')')) return {};
  std::size_t open = text.size() - 1;
  for (int depth = 1; depth > 0;) {
    if (open == 0) return {};
    --open;
    if (text[open] == ')') ++depth;
    if (text[open] == '(') --depth;
  }
  std::string inside = text.substr(open + 1, text.size() - open - 2);
  text = collapsed(text.substr(0, open));
  return inside;
}

std::string_view value_in(std::string_view line, std::string_view name) {
  const std::size_t at = line.find(name);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + name.size());
  return line.substr(0, line.find(','));
}

}  // namespace

bool read_number_line(std::string_view line, Fields& fields) {
  const auto number = DocumentNumber::parse(value_in(line, "Nummer: "));
  if (!number) return false;
  fields.documentNummer = number->text();
  fields.datum = iso_date_of(value_in(line, "datum: "));
  fields.bijgewerkt = iso_time_of(value_in(line, "bijgewerkt: "));
  if (fields.bijgewerkt.size() == minutes_form.size()) fields.bijgewerkt += ":00";
  const std::string_view version = value_in(line, "versie: ");
  fields.versie = std::string(version.substr(0, version.find(' ')));
  return true;
}

bool is_person_line(std::string_view item) {
  const std::string relation = ascii_lower(item.substr(0, item.find(": ")));
  return relation.size() < item.size() && relation.size() < 40 &&
         (relation.ends_with("ondertekenaar") || relation.ends_with("indiener") ||
          relation == "afzender" || relation == "gericht aan" || relation == "rapporteur");
}

std::optional<Actor> read_actor(std::string_view item) {
  const std::size_t colon = item.find(": ");
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  Actor actor;
  actor.relatie = std::string(item.substr(0, colon));
  actor.naam = std::string(item.substr(colon + 2));
  if (actor.relatie.ends_with("commissie")) return actor;
  const std::size_t comma = actor.naam.find(", ");
  if (comma != std::string::npos) {
    actor.functie = actor.naam.substr(comma + 2);
    actor.naam.resize(comma);
  }
  // The page gives the party behind the office; "Ooit …" is its note on a career.
  const std::string party = take_parenthesis(actor.functie);
  if (!party.starts_with("Ooit ")) actor.fractie = party;
  return actor;
}

std::optional<AgendaItem> read_agenda_item(std::string_view item) {
  AgendaItem agenda;
  const std::size_t colon = item.find(": ");
  if (colon == std::string_view::npos || colon > minutes_form.size()) return std::nullopt;
  agenda.datum = iso_time_of(item.substr(0, colon));
  if (agenda.datum.empty()) return std::nullopt;
  agenda.onderwerp = std::string(item.substr(colon + 2));
  // Subject and place may hold commas and parentheses; ")," between them stands once.
  const std::size_t end = agenda.onderwerp.rfind("), ");
  if (end != std::string::npos) {
    agenda.plaats = agenda.onderwerp.substr(end + 3);
    agenda.onderwerp.resize(end + 1);
  } else if (agenda.onderwerp.ends_with(',')) {
    agenda.onderwerp.pop_back();
  }
  agenda.soort = take_parenthesis(agenda.onderwerp);
  return agenda;
}

std::optional<DossierPlace> read_dossier_place(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string number(text.substr(0, digits));
  text.remove_prefix(digits);
  while (text.starts_with(' ')) text.remove_prefix(1);
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  if (dash > 0) number.append("-").append(text.substr(0, dash));
  text.remove_prefix(dash + 1);
  auto nummer = DossierNumber::parse(number);
  if (!nummer) return std::nullopt;
  const std::size_t space = std::min(text.find(' '), text.size());
  std::string volgnummer(text.substr(0, space));
  text.remove_prefix(std::min(space + 1, text.size()));
  if (text.empty() && volgnummer.ends_with('.')) volgnummer.pop_back();
  if (text.ends_with('.')) text.remove_suffix(1);
  if (volgnummer == "-1") volgnummer.clear();
  return DossierPlace{{std::move(*nummer), std::string(text)}, std::move(volgnummer)};
}

}  // namespace kamerzoek
