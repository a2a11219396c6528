#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/model/result.hpp"
#include "search/database.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// Where the documents of an answer are, in its order: by their number in the index, and by the
/// identifier that finds them when a writer has moved them. Some thirty bytes a document.
class MatchPlaces {
 public:
  /// Throws what Xapian throws.
  MatchPlaces(const Xapian::Database& database, const Xapian::MSet& matches);

  std::size_t size() const { return places_.size(); }
  Xapian::docid docid(std::size_t at) const { return places_[at].docid; }
  std::string_view id(std::size_t at) const;
  bool holds(std::string_view id) const;

 private:
  struct Place {
    Xapian::docid docid = 0;
    std::uint32_t id_begin = 0;
    std::uint32_t id_size = 0;
  };

  std::vector<Place> places_;
  std::string ids_;
};

/// Every match of a request in its order, handed over a part at a time: no more documents are in
/// memory than that. For one thread; independent of the Searcher that made it.
class AllMatches {
 public:
  AllMatches(Database database, MatchPlaces places);

  /// How many there were when the request was answered; exact.
  std::size_t total() const { return places_.size(); }

  /// The next some hundred, without score and snippet; empty at the end. Each comes once and as it
  /// is by then, also when writers commit or a rebuild goes live meanwhile; what was withdrawn
  /// since does not come.
  Result<std::vector<SearchResult>> next();

 private:
  Database database_;
  MatchPlaces places_;
  std::size_t next_ = 0;
};

}  // namespace kamerzoek
