#include "web/notation.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "corpus/model/identifiers.hpp"

namespace kamerzoek::web {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december"};

std::optional<unsigned> whole_number(std::string_view digits) {
  unsigned value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string iso_date(const std::chrono::year_month_day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::optional<CalendarDate> calendar_date(std::string_view iso) {
  const std::string_view date = iso.substr(0, std::min(iso.find('T'), iso.size()));
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto year = whole_number(date.substr(0, 4));
  const auto month = whole_number(date.substr(5, 2));
  const auto day = whole_number(date.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  return CalendarDate{*year, *month, *day};
}

std::string_view month_name(unsigned month) {
  return months[month - 1];
}

std::string dutch_date(std::string_view iso) {
  const auto date = calendar_date(iso);
  if (!date) return std::string(iso);
  return fmt::format("{} {} {}", date->day, month_name(date->month), date->year);
}

std::string dutch_moment(std::string_view iso) {
  std::string date = dutch_date(iso);
  const std::size_t time = iso.find('T');
  if (time == std::string_view::npos || date == iso || iso.size() < time + 6) return date;
  const std::string_view hour = iso.substr(time + 1, 2);
  const std::string_view minute = iso.substr(time + 4, 2);
  if (!is_digits(hour) || !is_digits(minute)) return date;
  return fmt::format("{}, {}.{} uur", date, hour, minute);
}

std::string dutch_number(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ".");
  return digits;
}

std::string document_count(std::size_t number) {
  return dutch_number(number) + (number == 1 ? " document" : " documenten");
}

std::string dossier_label(std::string_view number) {
  const auto dossier = DossierNumber::parse(number);
  if (!dossier) return std::string(number);
  std::string label = dossier->nummer;
  if (label.size() > 3) label.insert(label.size() - 3, " ");
  const std::string& addition = dossier->toevoeging;
  if (addition.empty()) return label;
  if (is_digits(addition)) return label + "-" + addition;
  if (addition.front() == 'R' && is_digits(std::string_view(addition).substr(1))) {
    return fmt::format("{} ({})", label, addition);
  }
  return label + " " + addition;
}

std::string kamerstuk_label(std::string_view dossier, std::string_view volgnummer) {
  std::string label = dossier_label(dossier);
  if (label.empty() || volgnummer.empty()) return label;
  const bool numbered = volgnummer.front() >= '0' && volgnummer.front() <= '9';
  return fmt::format("{}, {}{}", label, numbered ? "nr. " : "", volgnummer);
}

std::string gap_label(unsigned first, unsigned last) {
  if (first == last) return fmt::format("nr. {} niet aanwezig", first);
  return fmt::format("nrs. {}–{} niet aanwezig", first, last);
}

}  // namespace kamerzoek::web
