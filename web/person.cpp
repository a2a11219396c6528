#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/model/merge.hpp"
#include "corpus/model/signatory.hpp"
#include "search/address.hpp"
#include "web/facts.hpp"
#include "web/feed.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/result_list.hpp"
#include "web/search_link.hpp"

namespace kamerzoek::web {
namespace {

/// What one name stands under.
struct Signed {
  std::size_t total = 0;
  std::vector<SearchResult> newest;
  std::map<std::string, std::size_t> soorten;
  std::map<std::string, std::size_t, std::greater<>> years;
};

/// What counts is the name as the data write it, to the letter. The filter `indiener:` asks for its
/// words only, so that "De Jong" would have the papers of "A. de Jong" and "De Jong-Smit" too.
Result<Signed> signed_by(const std::string& name, Searcher& searcher) {
  SearchRequest request;
  request.indiener = name;
  request.sort = Sort::nieuwste;
  request.time_limit = search_time;
  auto matches = searcher.all_matches(request);
  if (!matches) return tl::unexpected(matches.error());
  Signed found;
  for (;;) {
    auto some = matches->next();
    if (!some) return tl::unexpected(some.error());
    if (some->empty()) return found;
    for (SearchResult& document : *some) {
      if (std::ranges::find(document.indieners, name) == document.indieners.end()) continue;
      ++found.total;
      if (!document.soort.empty()) ++found.soorten[document.soort];
      if (document.datum.size() >= 4) ++found.years[document.datum.substr(0, 4)];
      if (found.newest.size() < page_size) found.newest.push_back(std::move(document));
    }
  }
}

/// What the newest paper says this name is: offices change, and so do fracties.
std::string role_in(const SearchResult& document, const std::string& name, Searcher& searcher) {
  const auto found = searcher.show(document.id);
  if (!found) return {};
  for (const Actor& actor : view(found->record).actoren) {
    if (signs(actor) && actor.naam == name) return role_of(actor);
  }
  return {};
}

View soorten(const Signed& papers, const SearchRequest& by_name) {
  std::vector<std::pair<std::string, std::size_t>> counts(papers.soorten.begin(),
                                                          papers.soorten.end());
  std::ranges::stable_sort(counts, std::greater{}, &std::pair<std::string, std::size_t>::second);
  View list = View::array();
  for (const auto& [soort, count] : counts) {
    SearchRequest request = by_name;
    request.soort = soort;
    list.push_back(
        {{"label", soort}, {"count", dutch_number(count)}, {"to", search_address(request)}});
  }
  return list;
}

View years(const Signed& papers, const SearchRequest& by_name) {
  View list = View::array();
  for (const auto& [year, count] : papers.years) {
    SearchRequest request = by_name;
    request.van = request.tot = year;
    list.push_back(
        {{"label", year}, {"count", dutch_number(count)}, {"to", search_address(request)}});
  }
  return list;
}

}  // namespace

Response person_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const std::string& name = target.path.back();
  const auto papers = signed_by(name, searcher);
  if (!papers) return problem(target, papers.error());
  if (papers->total == 0) {
    return problem(
        target, 404,
        {ErrorCode::not_found, "niemand met de naam '" + name + "' heeft iets ondertekend",
         "een naam staat hier zoals op de stukken, met voorletters; zoek op een deel "
         "ervan met indiener:achternaam"});
  }
  SearchRequest by_name;
  by_name.indiener = name;
  by_name.sort = default_sort("");
  const std::string count = document_count(papers->total);
  const View content = {{"heading", name},
                        {"role", role_in(papers->newest.front(), name, searcher)},
                        {"count", count},
                        {"soorten", soorten(*papers, by_name)},
                        {"years", years(*papers, by_name)},
                        {"entries", result_list(papers->newest)},
                        {"all", search_address(by_name)},
                        {"atom", feed_address(by_name, "atom")}};
  const std::string feed = "Nieuw van " + name;
  return html_page(
      {.title = name,
       .canonical = person_address(name),
       .feeds = {{atom_type, feed, feed_address(by_name, "atom")},
                 {json_feed_type, feed + " (JSON Feed)", feed_address(by_name, "json")}},
       .for_engines = true,
       .description = "Wat " + name + " indiende en ondertekende: " + count + ".",
       .site = target.site},
      "person", content);
}

}  // namespace kamerzoek::web
