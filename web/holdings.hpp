#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/searcher.hpp"

namespace kamerzoek::web {

/// What the index holds, and how fresh it is.
struct Holdings {
  std::size_t documents = 0;
  std::size_t zaken = 0;
  std::string newest;  ///< the date of the newest document, ISO 8601; empty where none has one
  std::size_t without_text = 0;  ///< documents of which only the metadata are held
  std::string followed;  ///< how the index keeps up with its source; empty where it follows none
  std::vector<SearchResult> newest_documents;  ///< a page of them, without snippets
};

/// Fails as Searcher::search and Searcher::freshness do.
Result<Holdings> holdings(Searcher& searcher);

}  // namespace kamerzoek::web
