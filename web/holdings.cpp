#include "web/holdings.hpp"

#include <utility>

namespace kamerzoek::web {

Result<Holdings> holdings(Searcher& searcher) {
  SearchRequest request;
  request.sort = Sort::nieuwste;
  auto found = searcher.search(request);
  if (!found) return tl::unexpected(found.error());
  const auto freshness = searcher.freshness();
  if (!freshness) return tl::unexpected(freshness.error());
  Holdings held;
  held.documents = found->total;
  held.zaken = freshness->zaken;
  held.newest_documents = std::move(found->results);
  // A snippet of nothing sought is the beginning of a text, which a list can do without.
  for (SearchResult& document : held.newest_documents) document.snippet.clear();
  if (!held.newest_documents.empty()) held.newest = held.newest_documents.front().datum;
  return held;
}

}  // namespace kamerzoek::web
