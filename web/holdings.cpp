#include "web/holdings.hpp"

#include <utility>

namespace kamerzoek::web {

Result<Holdings> holdings(Searcher& searcher) {
  SearchRequest request;
  request.sort = Sort::nieuwste;
  auto found = searcher.search(request);
  if (!found) return tl::unexpected(found.error());
  const auto stats = searcher.stats();
  if (!stats) return tl::unexpected(stats.error());
  Holdings held;
  held.documents = found->total;
  for (const Stats::OfKind& of : stats->kinds) {
    if (of.kind == Kind::zaak) held.zaken = of.held;
  }
  held.newest_documents = std::move(found->results);
  // A snippet of nothing sought is the beginning of a text, which a list can do without.
  for (SearchResult& document : held.newest_documents) document.snippet.clear();
  if (!held.newest_documents.empty()) held.newest = held.newest_documents.front().datum;
  return held;
}

}  // namespace kamerzoek::web
