#include <nlohmann/json.hpp>

#include "search/address.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

View example(const std::string& query, const std::string& says) {
  return {{"query", query}, {"to", "/zoeken?q=" + percent_encoded(query)}, {"says", says}};
}

/// Fields whose values are names and numbers: taken from a paper that is held, so that whoever
/// tries an example finds something, whatever the index is of.
View examples_of(const SearchResult& paper) {
  View list = View::array();
  const std::string kamerstuk = paper.dossier + "-" + paper.volgnummer;
  list.push_back(example("dossier:" + paper.dossier,
                         "alle stukken van een dossier; een * erachter neemt de delen mee"));
  const std::string name = paper.indieners.empty() ? "Keijzer" : paper.indieners.front();
  list.push_back(example("indiener:\"" + name + "\"",
                         "wat iemand indiende of ondertekende; één woord van de naam mag ook"));
  list.push_back(example("jaar:" + paper.datum.substr(0, 4), "stukken van een jaar"));
  list.push_back(
      example("van:" + paper.datum.substr(0, 7), "vanaf een dag, een maand of een jaar"));
  list.push_back(example("tot:" + paper.datum.substr(0, 10), "tot en met die dag"));
  list.push_back(example("verwijst:" + kamerstuk, "stukken die dit stuk aanhalen"));
  list.push_back(example("bijlage-bij:" + kamerstuk, "de bijlagen bij dit stuk"));
  return list;
}

// Some hundred each; many a motie is known without its number yet.
constexpr int parts_looked_at = 10;

/// The newest motie with a number in a dossier; one that is no example of anything held where there
/// is none, so that the fields are told of nonetheless.
SearchResult example_paper(Searcher& searcher) {
  SearchResult paper;
  paper.dossier = "34682";
  paper.volgnummer = "228";
  paper.datum = "2025-06-12";
  SearchRequest request;
  request.query = "soort:Motie";
  request.sort = Sort::nieuwste;
  request.time_limit = search_time;
  auto matches = searcher.all_matches(request);
  if (!matches) return paper;
  for (int part = 0; part < parts_looked_at; ++part) {
    auto some = matches->next();
    if (!some || some->empty()) return paper;
    for (SearchResult& held : *some) {
      if (!held.dossier.empty() && !held.volgnummer.empty() && held.datum.size() >= 10) return held;
    }
  }
  return paper;
}

}  // namespace

Response help_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  return html_page({.title = "Hulp bij het zoeken",
                    .canonical = "/hulp",
                    .for_engines = true,
                    .description = "Woorden, velden, nummers en toetsen om stukken van de Tweede "
                                   "Kamer mee te vinden, met voorbeelden.",
                    .site = target.site},
                   "help", {{"held", examples_of(example_paper(searcher))}});
}

}  // namespace kamerzoek::web
