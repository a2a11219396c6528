#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/result_page.hpp"
#include "web/paper_kind.hpp"
#include "web/template.hpp"
#include "web/time_axis.hpp"

/// The course of a dossier as a drawing: a lane for each kind of paper over one axis of time. Few
/// documents are a mark each, those of about the same day on top of each other; many are bars that
/// count a month, a quarter or a year. Across, a drawing is in percentages, so that it fits any
/// width without scripts; down, in pixels.
namespace kamerzoek::web {

struct Timeline {
  struct Mark {
    double place;          ///< per cent from the left
    unsigned level;        ///< 0 on the line, 1 on top of that …
    std::size_t document;  ///< its index
  };
  struct Bar {
    std::size_t bin;  ///< its index in axis.bins()
    std::size_t count;
  };
  struct Lane {
    PaperKind kind;
    std::size_t count = 0;
    std::vector<Mark> marks;  ///< in order of date; empty where there are bars
    std::vector<Bar> bars;    ///< those that count something, in order
  };

  bool is_counted() const { return !lanes.front().bars.empty(); }

  TimeAxis axis;
  std::vector<Lane> lanes;  ///< in the order of PaperKind; only those with documents
  std::size_t undated = 0;  ///< documents it cannot show
};

/// Nothing for documents whose dates tell no story: fewer than three, or all of one day.
std::optional<Timeline> lay_out(const std::vector<SearchResult>& documents);

/// What templates/timeline.mustache draws. `documents` are those that were laid out; `here` is the
/// ISO 8601 date of the one whose page it is on, to be pointed out, or empty.
View timeline_view(const Timeline& timeline, const std::vector<SearchResult>& documents,
                   std::string_view here = {});

}  // namespace kamerzoek::web
