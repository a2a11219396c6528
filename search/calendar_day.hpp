#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace kamerzoek {

/// The day that a value of the index writes as YYYYMMDD; nothing for 0 and for other days that are
/// not in the calendar, in which the first year is 1.
inline std::optional<std::chrono::year_month_day> calendar_day(std::uint32_t yyyymmdd) {
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(yyyymmdd / 10'000)),
                                        std::chrono::month(yyyymmdd / 100 % 100),
                                        std::chrono::day(yyyymmdd % 100));
  return day.ok() && day.year() > std::chrono::year(0) ? std::optional(day) : std::nullopt;
}

}  // namespace kamerzoek
