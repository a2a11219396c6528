#include "web/histogram.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "web/notation.hpp"
#include "web/search_link.hpp"
#include "web/time_axis.hpp"

namespace kamerzoek::web {
namespace {

// Of the drawing, in pixels; across it is in percentages, so that letters keep their size.
constexpr int bars_height = 56;
constexpr int axis_height = 20;
constexpr double least_bar = 2;  // so that one document among thousands is seen

std::chrono::sys_days first_day(const MonthCount& month) {
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(month.year)),
                                     std::chrono::month(month.month), std::chrono::day(1));
}

std::vector<std::size_t> counts_of(const TimeAxis& axis, const std::vector<MonthCount>& months) {
  std::vector<std::size_t> counts(axis.bins().size());
  for (const MonthCount& month : months) counts[axis.bin_of(first_day(month))] += month.count;
  return counts;
}

View bars(const ResultPage& page, const TimeAxis& axis) {
  const std::vector<std::size_t> counts = counts_of(axis, page.months);
  const auto highest = static_cast<double>(std::ranges::max(counts));
  View list = View::array();
  for (std::size_t at = 0; at < counts.size(); ++at) {
    if (counts[at] == 0) continue;
    const TimeAxis::Bin& bin = axis.bins()[at];
    const double height =
        std::max(least_bar, bars_height * static_cast<double>(counts[at]) / highest);
    SearchRequest within = from_start(page.request);
    within.van = bin.first;
    within.tot = bin.last;
    list.push_back({{"href", search_address(within)},
                    {"title", fmt::format("{}: {}", bin.name, document_count(counts[at]))},
                    {"slot_x", percentage(bin.place)},
                    {"slot_width", percentage(bin.width)},
                    {"x", percentage(bin.place + 0.1 * bin.width)},
                    {"width", percentage(0.8 * bin.width)},
                    {"y", fmt::format("{:.1f}", bars_height - height)},
                    {"height", fmt::format("{:.1f}", height)}});
  }
  return list;
}

View ticks(const TimeAxis& axis) {
  View list = View::array();
  for (const TimeAxis::Tick& tick : axis.ticks()) {
    // The last would run over the edge.
    if (tick.place > 92) continue;
    list.push_back(
        {{"x", percentage(tick.place)}, {"label", tick.label}, {"minor", list.size() % 2 == 1}});
  }
  return list;
}

}  // namespace

View histogram(const ResultPage& page) {
  if (page.months.size() < 2) return false;
  const TimeAxis axis(first_day(page.months.front()), first_day(page.months.back()));
  return {{"unit", axis.unit_name()},
          {"bars", bars(page, axis)},
          {"ticks", ticks(axis)},
          {"whole", bars_height},
          {"base", bars_height},
          {"ticks_y", bars_height + axis_height - 5},
          {"drawing_height", bars_height + axis_height}};
}

}  // namespace kamerzoek::web
