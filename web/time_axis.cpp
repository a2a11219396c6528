#include "web/time_axis.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "web/notation.hpp"

namespace kamerzoek::web {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int most_months_apart = 48;
constexpr int most_quarters_apart = 144;
constexpr int most_ticks = 8;
constexpr std::array<std::string_view, 12> short_months = {
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};

int month_of(sys_days day) {
  const year_month_day date(day);
  return 12 * static_cast<int>(date.year()) + static_cast<int>(unsigned{date.month()}) - 1;
}

sys_days first_day(int month) {
  return sys_days(year_month_day(std::chrono::year(month / 12),
                                 std::chrono::month(static_cast<unsigned>(month % 12) + 1),
                                 std::chrono::day(1)));
}

int months_in(TimeAxis::Unit unit) {
  switch (unit) {
    case TimeAxis::Unit::month:
      return 1;
    case TimeAxis::Unit::quarter:
      return 3;
    case TimeAxis::Unit::year:
      break;
  }
  return 12;
}

std::string bin_name(TimeAxis::Unit unit, int month) {
  switch (unit) {
    case TimeAxis::Unit::month:
      return fmt::format("{} {}", month_name(static_cast<unsigned>(month % 12) + 1), month / 12);
    case TimeAxis::Unit::quarter:
      return fmt::format("{}e kwartaal {}", month % 12 / 3 + 1, month / 12);
    case TimeAxis::Unit::year:
      break;
  }
  return std::to_string(month / 12);
}

std::string as_filter(TimeAxis::Unit unit, int month) {
  if (unit == TimeAxis::Unit::year) return std::to_string(month / 12);
  return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

}  // namespace

std::optional<sys_days> day_of(std::string_view iso) {
  const auto date = calendar_date(iso);
  if (!date || date->year < 1814 || date->year > 2199) return std::nullopt;
  const year_month_day day(std::chrono::year(static_cast<int>(date->year)),
                           std::chrono::month(date->month), std::chrono::day(date->day));
  if (!day.ok()) return std::nullopt;
  return sys_days(day);
}

std::string percentage(double value) {
  return fmt::format("{:.2f}%", value);
}

TimeAxis::TimeAxis(sys_days first, sys_days last) {
  const int span = month_of(last) - month_of(first) + 1;
  unit_ = span <= most_months_apart     ? Unit::month
          : span <= most_quarters_apart ? Unit::quarter
                                        : Unit::year;
  const int step = months_in(unit_);
  first_month_ = month_of(first) / step * step;
  end_month_ = (month_of(last) / step + 1) * step;
  for (int month = first_month_; month < end_month_; month += step) {
    const double place = place_of_month(month);
    bins_.push_back({place, place_of_month(month + step) - place, bin_name(unit_, month),
                     as_filter(unit_, month), as_filter(unit_, month + step - 1)});
  }
}

double TimeAxis::place(sys_days day) const {
  const sys_days begin = first_day(first_month_);
  const auto whole = first_day(end_month_) - begin;
  return 100.0 * static_cast<double>((day - begin).count()) / static_cast<double>(whole.count());
}

double TimeAxis::place_of_month(int month) const {
  return place(first_day(month));
}

std::size_t TimeAxis::bin_of(sys_days day) const {
  return static_cast<std::size_t>((month_of(day) - first_month_) / months_in(unit_));
}

std::string_view TimeAxis::unit_name() const {
  switch (unit_) {
    case Unit::month:
      return "maand";
    case Unit::quarter:
      return "kwartaal";
    case Unit::year:
      break;
  }
  return "jaar";
}

std::vector<TimeAxis::Tick> TimeAxis::ticks() const {
  int step = 600;
  for (const int months : {240, 120, 60, 24, 12, 6, 3, 2, 1}) {
    if ((end_month_ - first_month_ + months - 1) / months <= most_ticks) step = months;
  }
  std::vector<Tick> ticks;
  for (int month = (first_month_ + step - 1) / step * step; month < end_month_; month += step) {
    const std::string year = std::to_string(month / 12);
    const auto name = short_months[static_cast<std::size_t>(month % 12)];
    ticks.push_back({place_of_month(month), step < 12 ? fmt::format("{} {}", name, year) : year});
  }
  return ticks;
}

}  // namespace kamerzoek::web
