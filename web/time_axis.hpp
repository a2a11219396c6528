#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek::web {

/// A day out of an ISO 8601 date; nothing for what is none, or lies outside the history of the
/// Kingdom (1814 to 2199): one slip of a source must not stretch an axis over two thousand years.
std::optional<std::chrono::sys_days> day_of(std::string_view iso);

/// A place or width on an axis, as SVG has it: "12.5%".
std::string percentage(double value);

/// A span of whole calendar units, drawn from left to right. Places are percentages of its width.
class TimeAxis {
 public:
  enum class Unit { month, quarter, year };

  struct Bin {
    double place;
    double width;
    std::string name;   ///< "maart 2025", "2e kwartaal 2025", "2025"
    std::string first;  ///< its first month, or the year: "2025-04", "2025"
    std::string last;   ///< its last month, or the year: "2025-06", "2025"
  };
  struct Tick {
    double place;
    std::string label;  ///< "mrt 2025", "2025"
  };

  /// Over all of both days; they are in order. The unit grows with the span, so that there are at
  /// most some fifty bins (but for spans over half a century).
  TimeAxis(std::chrono::sys_days first, std::chrono::sys_days last);

  double place(std::chrono::sys_days day) const;
  std::size_t bin_of(std::chrono::sys_days day) const;
  const std::vector<Bin>& bins() const { return bins_; }
  std::string_view unit_name() const;  ///< "maand"
  /// At most nine, evenly apart, at the beginnings of months or years.
  std::vector<Tick> ticks() const;

 private:
  double place_of_month(int month) const;

  Unit unit_;
  int first_month_;  ///< months since the year 0; the axis begins with it
  int end_month_;    ///< the first month behind it
  std::vector<Bin> bins_;
};

}  // namespace kamerzoek::web
