#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "search/columns.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// The values that documents have, counted.
class FacetCounts {
 public:
  FacetCounts(const Columns& columns, const std::vector<Xapian::docid>& documents);

  /// The `most` most frequent values of each facet; the years all.
  Facets facets(std::size_t most) const;

  /// By month, the earliest first. Dates outside the history of the Kingdom (1814 to 2199) are
  /// slips of a source and left out.
  std::vector<MonthCount> months() const;

 private:
  const Columns& columns_;
  std::vector<std::uint32_t> counts_;  ///< by code
  std::vector<std::uint32_t> months_;  ///< by month, from the first there can be
};

}  // namespace kamerzoek
