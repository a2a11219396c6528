#include "web/holdings.hpp"

#include <chrono>
#include <utility>

#include "corpus/schema/sync_status.hpp"
#include "web/notation.hpp"

namespace kamerzoek::web {

namespace {

std::string ago(std::chrono::seconds time) {
  const auto count = [](auto number, const char* one, const char* more) {
    return dutch_number(static_cast<std::size_t>(number)) + " " + (number == 1 ? one : more);
  };
  if (time < std::chrono::minutes{2}) return "zojuist";
  if (time < std::chrono::hours{2})
    return count(time.count() / 60, "minuut", "minuten") + " geleden";
  if (time < std::chrono::days{2}) return count(time.count() / 3600, "uur", "uur") + " geleden";
  return count(time.count() / 86'400, "dag", "dagen") + " geleden";
}

std::string followed(const schema::SyncStatus& status) {
  const auto behind = schema::behind(status, std::chrono::system_clock::now());
  if (!behind) return "De stukken van de Tweede Kamer worden nu voor het eerst opgehaald.";
  return "Bijgewerkt bij de Tweede Kamer: " + ago(*behind) +
         (status.gevuld ? "." : "; oudere stukken worden nog opgehaald.");
}

}  // namespace

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
  held.without_text = freshness->without_text;
  if (freshness->sync) held.followed = followed(*freshness->sync);
  held.newest_documents = std::move(found->results);
  // A snippet of nothing sought is the beginning of a text, which a list can do without.
  for (SearchResult& document : held.newest_documents) document.snippet.clear();
  if (!held.newest_documents.empty()) held.newest = held.newest_documents.front().datum;
  return held;
}

}  // namespace kamerzoek::web
