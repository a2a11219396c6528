#include <nlohmann/json.hpp>

#include "web/holdings.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/result_list.hpp"

namespace kamerzoek::web {

Response home_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto held = holdings(searcher);
  if (!held) return problem(target, held.error());
  const View view = {
      {"count", document_count(held->documents)},
      {"zaken", held->zaken == 0   ? ""
                : held->zaken == 1 ? "1 zaak"
                                   : dutch_number(held->zaken) + " zaken"},
      {"newest", dutch_date(held->newest)},
      {"iso_newest", held->newest},
      {"followed", held->followed},
      {"without_text", held->without_text == 0 ? "" : document_count(held->without_text)},
      {"none", held->documents == 0},
      {"entries", result_list(held->newest_documents)}};
  return html_page({.title = "",
                    .canonical = "/",
                    .search_on_top = false,
                    .header = false,
                    .for_engines = true,
                    .description = "Zoek in de stukken van de Tweede Kamer: op woorden, op "
                                   "kamerstuknummer, op wie ze schreef.",
                    .site = target.site},
                   "home", view);
}

}  // namespace kamerzoek::web
