#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "search/columns.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// Counts the values of all matches while Xapian finds them. The columns must outlive it.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(const Columns& columns) : columns_(columns), counts_(columns.values().size()) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// The `most` most frequent values of each facet; the years all.
  Facets facets(std::size_t most) const;

 private:
  const Columns& columns_;
  std::vector<std::uint32_t> counts_;  ///< by code
};

}  // namespace kamerzoek
