#include <nlohmann/json.hpp>

#include "web/holdings.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {

Response about_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto held = holdings(searcher);
  if (!held) return problem(target, held.error());
  return html_page({.title = "Over Kamerzoek",
                    .canonical = "/over",
                    .for_engines = true,
                    .description = "Wat Kamerzoek is, waar de stukken vandaan komen, hoe vers ze "
                                   "zijn en hoe de volgorde ontstaat.",
                    .site = target.site},
                   "about",
                   {{"documents", document_count(held->documents)},
                    {"zaken", dutch_number(held->zaken)},
                    {"newest", dutch_date(held->newest)},
                    {"iso_newest", held->newest}});
}

}  // namespace kamerzoek::web
