#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "web/notation.hpp"
#include "web/timeline.hpp"

namespace kamerzoek::web {
namespace {

// Down the drawing, in pixels.
constexpr unsigned label_height = 22;
constexpr unsigned mark_height = 10;
constexpr unsigned bar_height = 40;
constexpr unsigned peak_height = 12;  // of the number on top of a lane's highest bar
constexpr unsigned below_lane = 16;
constexpr unsigned axis_height = 20;
// A label in the middle of these per cents would stick out of a phone.
constexpr double near_the_edge = 9;

const char* anchor(double place) {
  return place < near_the_edge ? "start" : place > 100 - near_the_edge ? "end" : "middle";
}

std::string title_of(const SearchResult& document) {
  const std::string& name = document.onderwerp.empty() ? document.titel : document.onderwerp;
  std::string title = fmt::format("{}, {}", dutch_date(document.datum), document.soort);
  if (!document.volgnummer.empty()) title += fmt::format(", nr. {}", document.volgnummer);
  return title + ": " + (name.empty() ? document.id : name);
}

View marks_view(const Timeline::Lane& lane, const std::vector<SearchResult>& documents,
                unsigned base) {
  View marks = View::array();
  for (const Timeline::Mark& mark : lane.marks) {
    const SearchResult& document = documents[mark.document];
    marks.push_back({{"x", percentage(mark.place)},
                     {"y", base - mark_height / 2 - mark.level * mark_height},
                     {"href", document.url},
                     {"title", title_of(document)}});
  }
  return marks;
}

// One of many thousands must still be seen.
double height_of(const Timeline::Bar& bar, std::size_t most) {
  return std::max(2.0, bar_height * static_cast<double>(bar.count) / static_cast<double>(most));
}

View bars_view(const Timeline& timeline, const Timeline::Lane& lane, std::size_t most,
               unsigned base) {
  View bars = View::array();
  const auto highest = std::ranges::max_element(lane.bars, {}, &Timeline::Bar::count);
  for (const Timeline::Bar& bar : lane.bars) {
    const bool is_peak = &bar == &*highest;
    const TimeAxis::Bin& bin = timeline.axis.bins()[bar.bin];
    const double height = height_of(bar, most);
    bars.push_back({{"x", percentage(bin.place + 0.1 * bin.width)},
                    {"width", percentage(0.8 * bin.width)},
                    {"y", fmt::format("{:.1f}", base - height)},
                    {"height", fmt::format("{:.1f}", height)},
                    {"peak", is_peak ? dutch_number(bar.count) : ""},
                    {"peak_x", percentage(bin.place + 0.5 * bin.width)},
                    {"peak_y", fmt::format("{:.1f}", base - height - 3)},
                    {"title", fmt::format("{}: {}", bin.name, document_count(bar.count))}});
  }
  return bars;
}

std::size_t highest_bar(const Timeline& timeline) {
  std::size_t most = 0;
  for (const Timeline::Lane& lane : timeline.lanes) {
    for (const Timeline::Bar& bar : lane.bars) most = std::max(most, bar.count);
  }
  return most;
}

/// No higher than what is in it: where motions come by the dozen, the lanes of the others are low.
unsigned plot_height(const Timeline::Lane& lane, std::size_t most) {
  double bars = 0;
  for (const Timeline::Bar& bar : lane.bars) bars = std::max(bars, height_of(bar, most));
  if (!lane.bars.empty()) return static_cast<unsigned>(std::ceil(bars)) + peak_height;
  unsigned levels = 0;
  for (const Timeline::Mark& mark : lane.marks) levels = std::max(levels, mark.level + 1);
  return levels * mark_height;
}

/// Of the drawing, in words.
std::string summary(const Timeline& timeline) {
  std::string text;
  for (const Timeline::Lane& lane : timeline.lanes) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", label_of(lane.kind),
                        dutch_number(lane.count));
  }
  return text + ".";
}

std::string what_it_shows(const Timeline& timeline) {
  std::string text = "Elk teken is een document.";
  if (timeline.is_counted()) {
    text = fmt::format("Elke staaf telt de documenten van een {}.", timeline.axis.unit_name());
  }
  if (timeline.undated > 0) {
    text += fmt::format(" Zonder datum: {}.", document_count(timeline.undated));
  }
  return text;
}

}  // namespace

View timeline_view(const Timeline& timeline, const std::vector<SearchResult>& documents,
                   std::string_view here) {
  const std::size_t most = highest_bar(timeline);
  View lanes = View::array();
  unsigned y = 0;
  for (const Timeline::Lane& lane : timeline.lanes) {
    const unsigned base = y + label_height + plot_height(lane, most);
    lanes.push_back({{"kind", name_of(lane.kind)},
                     {"label", label_of(lane.kind)},
                     {"count", dutch_number(lane.count)},
                     {"label_y", y + 13},
                     {"symbol_y", y + 8},
                     {"base", base},
                     {"marks", marks_view(lane, documents, base)},
                     {"bars", bars_view(timeline, lane, most, base)}});
    y = base + below_lane;
  }
  View ticks = View::array();
  for (const TimeAxis::Tick& tick : timeline.axis.ticks()) {
    ticks.push_back({{"x", percentage(tick.place)},
                     {"label", tick.label},
                     {"anchor", anchor(tick.place)},
                     {"minor", ticks.size() % 2 == 1}});
  }
  const auto day = day_of(here);
  return {{"height", y + axis_height},
          {"bottom", y},
          {"ticks_y", y + axis_height - 5},
          {"lanes", std::move(lanes)},
          {"ticks", std::move(ticks)},
          {"here_x", day ? percentage(timeline.axis.place(*day)) : ""},
          {"summary", summary(timeline)},
          {"shows", what_it_shows(timeline) + (day ? " De streep is dit stuk." : "")}};
}

}  // namespace kamerzoek::web
