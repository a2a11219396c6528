#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "search/columns.hpp"
#include "search/result_page.hpp"
#include "search/to_xapian.hpp"

namespace kamerzoek {

/// A request's query, ready to run.
struct Plan {
  XapianQuery query;
  Xapian::Query filter;  ///< living documents, within the request's filters
};

/// How many documents match, exactly. Throws what Xapian throws, and DeadlinePassed.
std::size_t count(const Xapian::Database& database, const Plan& plan);

/// The documents that answer a request: those with all of its words, and where these are few those
/// with some of them behind; above them all the one that is asked for by its name. One thread.
class Matches {
 public:
  /// Finds them. What it is made of must outlive it. Throws what Xapian throws, and DeadlinePassed.
  Matches(const Xapian::Database& database, const Columns& columns, const SearchRequest& request,
          const Plan& plan);

  /// All of them, ascending.
  const std::vector<Xapian::docid>& docids() const { return docids_; }

  /// Whether documents with only some of the words are among them.
  bool partial() const { return partial_; }

  /// Those at the places that the request asks for, in its order, with their weights. No two are
  /// equal in it, so pages neither repeat nor skip.
  const Xapian::MSet& shown() const { return shown_; }

  /// What words and prior give a document, of its weight.
  static double score(double weight);

 private:
  /// `close` and `named` count for more, `named` finds its documents too; both may be empty.
  void find(Xapian::Query query, const Xapian::Query& close, const Xapian::Query& named);

  const Xapian::Database& database_;
  const Columns& columns_;
  const SearchRequest& request_;
  const Xapian::Query& filter_;
  std::vector<Xapian::docid> docids_;
  Xapian::MSet shown_;
  bool partial_ = false;
};

}  // namespace kamerzoek
