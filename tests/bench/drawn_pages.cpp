#include "tests/bench/drawn_pages.hpp"

#include <utility>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "search/address.hpp"
#include "tests/bench/drawn_queries.hpp"
#include "web/params.hpp"
#include "web/search_link.hpp"
#include "web/target.hpp"

namespace kamerzoek::bench {
namespace {

constexpr Random::result_type seed = 20251124;

void search(Searcher& searcher, const std::string& address) {
  const auto request = web::results_request(web::parse_target(address));
  if (request) (void)searcher.search(*request);
}

void search_by_api(Searcher& searcher, const std::string& address) {
  const auto request = web::api_request(web::parse_target(address));
  if (request) (void)searcher.search(*request);
}

void show(Searcher& searcher, const std::string& address) {
  (void)searcher.show(web::parse_target(address).path.back());
}

void list(Searcher& searcher, const std::string& address) {
  (void)searcher.dossier(web::parse_target(address).path.back());
}

void newest(Searcher& searcher, const std::string& /*address*/) {
  (void)searcher.search({.sort = Sort::nieuwste});
}

/// Of every document.
std::vector<std::string> document_addresses(const Xapian::Database& database) {
  std::vector<std::string> addresses;
  auto id = database.valuestream_begin(schema::id);
  for (auto listing = database.valuestream_begin(schema::listing);
       listing != database.valuestream_end(schema::listing); ++listing) {
    id.skip_to(listing.get_docid());
    addresses.push_back(address_of(Kind::document, *id));
  }
  return addresses;
}

}  // namespace

std::vector<PageKind> drawn_pages(const std::string& index, std::size_t count) {
  const QuerySource source(index);
  const std::vector<QueryKind> queries = query_kinds(source);
  const std::vector<std::string> documents =
      document_addresses(Xapian::Database(schema::current(index).string()));
  auto searcher = Searcher::open(index);
  const auto dossiers = searcher->dossiers();

  PageKind results{"results", "search", search, {}};
  PageKind api{"API search", "search", search_by_api, {}};
  PageKind document{"document", "show", show, {}};
  PageKind marked{"document, words marked", "show", show, {}};
  PageKind dossier{"dossier", "dossier", list, {}};
  PageKind home{"home", "search", newest, std::vector<std::string>(count, "/")};
  Random random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    const SearchRequest request = queries[i % queries.size()].draw(random);
    results.addresses.push_back(web::search_address(request));
    api.addresses.push_back("/api/v1/search?q=" + percent_encoded(request.query));
    document.addresses.push_back(documents[random() % documents.size()]);
    const std::string& found = documents[random() % documents.size()];
    marked.addresses.push_back(found + "?q=" + percent_encoded(request.query));
    if (dossiers && !dossiers->empty()) {
      dossier.addresses.push_back(address_of((*dossiers)[random() % dossiers->size()]));
    }
  }
  return {results, api, document, marked, dossier, home};
}

}  // namespace kamerzoek::bench
