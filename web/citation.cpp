#include "web/citation.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "web/notation.hpp"

namespace kamerzoek::web {
namespace {

/// That of a day: it begins on the third Tuesday of September.
std::optional<Vergaderjaar> vergaderjaar_on(const std::string& date) {
  using namespace std::chrono;
  const auto read = calendar_date(date);
  if (!read) return std::nullopt;
  const year_month_day day{year(static_cast<int>(read->year)), month(read->month),
                           std::chrono::day(read->day)};
  if (!day.ok()) return std::nullopt;
  const sys_days prinsjesdag = day.year() / September / Tuesday[3];
  const int begin = static_cast<int>(day.year()) - (sys_days(day) < prinsjesdag ? 1 : 0);
  return Vergaderjaar{begin};
}

/// "2024/25".
std::string year_of(const Fields& fields, const PublicationId* publication) {
  std::optional<Vergaderjaar> found;
  if (publication != nullptr) found = Vergaderjaar::parse(publication->jaar);
  if (!found) found = Vergaderjaar::parse(fields.vergaderjaar);
  if (!found) found = vergaderjaar_on(fields.datum);
  if (!found) return {};
  return fmt::format(" {}/{:02}", found->begin, (found->begin + 1) % 100);
}

bool is_letter(const std::string& number) {
  return !number.empty() &&
         std::ranges::all_of(number, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The house: that of the identifier; of kamerstukken the Eerste Kamer numbers its own by letters.
std::string_view house(const PublicationId& publication, const std::string& number) {
  if (publication.kamer == "ek") return "I";
  const bool of_first = publication.family == PublicationId::Family::kst && is_letter(number);
  return of_first ? "I" : "II";
}

std::string published(const Fields& fields, const PublicationId& publication) {
  using Family = PublicationId::Family;
  const std::string year = year_of(fields, &publication);
  const std::string last = publication.nummers.empty() ? std::string() : publication.nummers.back();
  switch (publication.family) {
    case Family::kst: {
      if (!publication.dossier || publication.nummers.empty()) return {};
      const std::string& number = publication.nummers.front();
      std::string dossier = publication.dossier->text();
      std::ranges::replace(dossier, '-', ' ');
      return fmt::format("Kamerstukken {}{}, {}, {}{}", house(publication, number), year, dossier,
                         is_letter(number) ? "" : "nr. ", number);
    }
    case Family::ah:
      return last.empty() ? last
                          : fmt::format("Aanhangsel Handelingen {}{}, nr. {}",
                                        house(publication, last), year, last);
    case Family::h:
      if (publication.nummers.size() < 2) return {};
      return fmt::format("Handelingen {}{}, nr. {}, item {}", house(publication, last), year,
                         publication.nummers[0], publication.nummers[1]);
    case Family::kv:
    case Family::blg:
      break;
  }
  return {};
}

}  // namespace

std::string cited_as(const Fields& fields, const std::string& id) {
  if (const auto publication = PublicationId::parse(id)) {
    if (std::string cited = published(fields, *publication); !cited.empty()) return cited;
  }
  const std::string& name = fields.onderwerp.empty() ? fields.titel : fields.onderwerp;
  std::string cited = fields.soort;
  const auto add = [&cited](const std::string& part) {
    if (!part.empty()) cited += (cited.empty() ? "" : ", ") + part;
  };
  if (!name.empty()) add("‘" + name + "’");
  add(dutch_date(fields.datum));
  add(fields.documentNummer.empty() ? id : fields.documentNummer);
  return cited;
}

}  // namespace kamerzoek::web
