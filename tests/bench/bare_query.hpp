#pragma once

#include <string>

#include <xapian.h>

#include "corpus/text/analyzer.hpp"
#include "search/columns.hpp"
#include "search/deadline.hpp"
#include "search/result_page.hpp"

namespace kamerzoek::bench {

/// What a page of results costs at the least: Xapian's search for its ten documents by the same
/// words and weights, without a total, facets, snippets and records.
class BareQuery {
 public:
  /// Throws where the index cannot be read.
  explicit BareQuery(const std::string& index);

  /// Processor time of the search alone, in milliseconds; the query is made before.
  double time(const SearchRequest& request);

 private:
  Xapian::Query documents_with(const Xapian::Query& words, const Xapian::Query& close, Sort sort);

  Xapian::Database database_;
  Columns columns_;
  Analyzer analyzer_;
  Deadline never_;
};

}  // namespace kamerzoek::bench
