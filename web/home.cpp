#include <nlohmann/json.hpp>

#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/result_list.hpp"

namespace kamerzoek::web {

Response home_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  SearchRequest newest;
  newest.sort = Sort::nieuwste;
  auto found = searcher.search(newest);
  if (!found) return problem(target, found.error());
  // A snippet of nothing sought is the beginning of a text, which the list can do without.
  for (SearchResult& result : found->results) result.snippet.clear();
  const View view = {{"count", document_count(found->total)},
                     {"none", found->total == 0},
                     {"entries", result_list(found->results)}};
  return html_page(
      {.title = "", .canonical = "/", .search_on_top = false, .header = false, .for_engines = true},
      "home", view);
}

}  // namespace kamerzoek::web
