#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

#include "search/result_page.hpp"

namespace kamerzoek {

/// Counts the values of all matches while Xapian finds them.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  /// The `most` most frequent values of each facet; the years all.
  Facets facets(std::size_t most) const;

 private:
  using Counts = std::unordered_map<std::string, std::size_t>;

  static void count_list(Counts& counts, std::string_view list);

  Counts soort_;
  Counts dossier_;
  Counts jaar_;
  Counts indiener_;
};

}  // namespace kamerzoek
