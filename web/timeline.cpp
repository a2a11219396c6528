#include "web/timeline.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kamerzoek::web {
namespace {

using std::chrono::sys_days;

constexpr std::size_t fewest = 3;
// A mark is some 9 pixels wide; on a phone this part of the axis is about that.
constexpr double mark_width = 2.75;
constexpr unsigned highest_pile = 12;

struct Dated {
  sys_days day;
  std::size_t document;

  auto operator<=>(const Dated&) const = default;
};

/// Each mark on the lowest level where it touches no other. `dated` is in order.
std::vector<Timeline::Mark> pile(const std::vector<Dated>& dated, const TimeAxis& axis) {
  std::vector<Timeline::Mark> marks;
  std::vector<double> ends;  // where a level's last mark ends
  for (const Dated& one : dated) {
    const double place = axis.place(one.day);
    const auto is_free = [&](double end) { return end <= place; };
    const auto level = std::ranges::find_if(ends, is_free);
    marks.push_back({place, static_cast<unsigned>(level - ends.begin()), one.document});
    if (level == ends.end()) {
      ends.push_back(place + mark_width);
    } else {
      *level = place + mark_width;
    }
  }
  return marks;
}

std::vector<Timeline::Bar> count_bins(const std::vector<Dated>& dated, const TimeAxis& axis) {
  std::map<std::size_t, std::size_t> counts;
  for (const Dated& one : dated) ++counts[axis.bin_of(one.day)];
  std::vector<Timeline::Bar> bars;
  bars.reserve(counts.size());
  for (const auto& [bin, count] : counts) bars.push_back({bin, count});
  return bars;
}

bool too_high(const Timeline::Lane& lane) {
  return std::ranges::any_of(lane.marks,
                             [](const Timeline::Mark& mark) { return mark.level >= highest_pile; });
}

}  // namespace

std::optional<Timeline> lay_out(const std::vector<SearchResult>& documents) {
  std::map<PaperKind, std::vector<Dated>> by_kind;
  std::vector<sys_days> days;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    const auto day = day_of(documents[at].datum);
    if (!day) continue;
    by_kind[paper_kind(documents[at].soort)].push_back({*day, at});
    days.push_back(*day);
  }
  if (days.size() < fewest) return std::nullopt;
  const auto [first, last] = std::ranges::minmax(days);
  if (first == last) return std::nullopt;

  Timeline timeline{TimeAxis(first, last), {}, documents.size() - days.size()};
  for (auto& [kind, dated] : by_kind) {
    std::ranges::sort(dated);
    timeline.lanes.push_back({kind, dated.size(), pile(dated, timeline.axis), {}});
  }
  // All lanes in one way: bars and marks side by side could not be compared.
  if (std::ranges::any_of(timeline.lanes, too_high)) {
    for (Timeline::Lane& lane : timeline.lanes) {
      lane.marks.clear();
      lane.bars = count_bins(by_kind[lane.kind], timeline.axis);
    }
  }
  return timeline;
}

}  // namespace kamerzoek::web
