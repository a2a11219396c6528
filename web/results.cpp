#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/model/merge.hpp"
#include "corpus/references/spelling.hpp"
#include "search/address.hpp"
#include "web/feed.hpp"
#include "web/histogram.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/result_list.hpp"
#include "web/search_link.hpp"

namespace kamerzoek::web {
namespace {

/// A whole year, as the facet of years sets it.
std::string year_of(const SearchRequest& request) {
  return request.van.size() == 4 && request.van == request.tot ? request.van : std::string();
}

SearchRequest with(SearchRequest request, std::string SearchRequest::*filter, std::string value) {
  request.*filter = std::move(value);
  return from_start(std::move(request));
}

SearchRequest with_year(SearchRequest request, const std::string& year) {
  return with(with(std::move(request), &SearchRequest::van, year), &SearchRequest::tot, year);
}

/// The filters that are on, each with the address without it.
View active_filters(const SearchRequest& request) {
  View filters = View::array();
  const auto add = [&](const char* name, const std::string& value, const SearchRequest& without) {
    if (value.empty()) return;
    filters.push_back({{"name", name}, {"value", value}, {"href", search_address(without)}});
  };
  add("Soort", request.soort, with(request, &SearchRequest::soort, ""));
  add("Dossier", dossier_label(request.dossier), with(request, &SearchRequest::dossier, ""));
  add("Indiener", request.indiener, with(request, &SearchRequest::indiener, ""));
  add("Commissie", request.commissie, with(request, &SearchRequest::commissie, ""));
  const std::string year = year_of(request);
  if (!year.empty()) {
    add("Jaar", year, with_year(request, ""));
    return filters;
  }
  add("Vanaf", dutch_date(request.van), with(request, &SearchRequest::van, ""));
  add("Tot en met", dutch_date(request.tot), with(request, &SearchRequest::tot, ""));
  return filters;
}

/// What a new search from the box on this page keeps.
View kept_filters(const SearchRequest& request) {
  View kept = View::array();
  for (const auto& [name, value] :
       {std::pair{"soort", &request.soort}, std::pair{"dossier", &request.dossier},
        std::pair{"indiener", &request.indiener}, std::pair{"commissie", &request.commissie},
        std::pair{"van", &request.van}, std::pair{"tot", &request.tot}}) {
    if (!value->empty()) kept.push_back({{"name", name}, {"value", *value}});
  }
  if (request.explain) kept.push_back({{"name", "uitleg"}, {"value", "1"}});
  return kept;
}

// As many values as are read at a glance; the others are a click away.
constexpr std::size_t first_values = 7;

template <class Link>
View facet(const char* id, const char* heading, const Facet& values, const std::string& active,
           Link link) {
  View list = View::array();
  View others = View::array();
  for (const FacetValue& value : values) {
    const std::string label =
        std::string_view(id) == "dossier" ? dossier_label(value.value) : value.value;
    // To hide a single one would take as much room.
    const bool first = list.size() < first_values || values.size() == first_values + 1;
    (first ? list : others)
        .push_back({{"label", label},
                    {"titel", value.titel},
                    {"count", dutch_number(value.count)},
                    {"current", value.value == active},
                    {"href", value.value == active ? "" : search_address(link(value.value))}});
  }
  return {{"id", id},
          {"heading", heading},
          {"shown", !list.empty()},
          {"values", std::move(list)},
          {"more", others.empty() ? "" : fmt::format("Nog {}", others.size())},
          {"others", std::move(others)}};
}

View facets(const ResultPage& page) {
  const SearchRequest& request = page.request;
  const auto filtered = [&request](std::string SearchRequest::*filter) {
    return [&request, filter](const std::string& value) { return with(request, filter, value); };
  };
  return View::array(
      {facet("soort", "Soort", page.facets.soort, request.soort, filtered(&SearchRequest::soort)),
       facet("jaar", "Jaar", page.facets.jaar, year_of(request),
             [&](const std::string& year) { return with_year(request, year); }),
       facet("dossier", "Dossier", page.facets.dossier, request.dossier,
             filtered(&SearchRequest::dossier)),
       facet("indiener", "Indiener", page.facets.indiener, request.indiener,
             filtered(&SearchRequest::indiener)),
       facet("commissie", "Commissie", page.facets.commissie, request.commissie,
             filtered(&SearchRequest::commissie))});
}

View sort_links(const SearchRequest& request) {
  View links = View::array();
  for (const auto& [sort, name] :
       {std::pair{Sort::relevantie, "Relevantie"}, std::pair{Sort::nieuwste, "Nieuwste eerst"},
        std::pair{Sort::oudste, "Oudste eerst"}}) {
    // Without words nothing is more relevant than another.
    if (sort == Sort::relevantie && default_sort(request.query) != sort) continue;
    SearchRequest sorted = from_start(request);
    sorted.sort = sort;
    const bool current = sort == request.sort;
    links.push_back(
        {{"name", name}, {"current", current}, {"href", current ? "" : search_address(sorted)}});
  }
  return links;
}

SearchRequest explained(SearchRequest request, bool explain) {
  request.explain = explain;
  return request;
}

/// How the query was read, where that was asked for, and the address to have it or not.
View explanation(const ResultPage& page) {
  const bool shown = page.uitleg.has_value();
  return {{"shown", shown},
          // Of a list of everything there is nothing to explain.
          {"switch", page.request.query.empty() ? std::string()
                                                : search_address(explained(page.request, !shown))},
          {"query", shown ? page.uitleg->vraag : ""},
          {"reading", sentences(shown ? page.uitleg->zinnen : std::vector<std::string>())}};
}

View paging(const ResultPage& page) {
  const std::size_t reachable = std::min(page.total, highest_offset + page_size);
  const std::size_t last = (reachable + page_size - 1) / page_size;
  const std::size_t number = page.request.offset / page_size + 1;
  if (last < 2) return false;
  const auto address = [&](std::size_t of) {
    SearchRequest request = page.request;
    request.offset = (of - 1) * page_size;
    return search_address(request);
  };
  return {{"label", fmt::format("pagina {} van {}", dutch_number(number), dutch_number(last))},
          {"previous", number > 1 ? address(number - 1) : ""},
          {"next", number < last ? address(number + 1) : ""}};
}

/// All that is found, for other programs.
View files(const SearchRequest& request) {
  View list = View::array();
  for (const auto& [extension, name] :
       {std::pair{"csv", "CSV"}, std::pair{"ris", "RIS"}, std::pair{"bib", "BibTeX"},
        std::pair{"jsonl", "JSON Lines"}}) {
    list.push_back({{"name", name}, {"to", export_address(request, extension)}});
  }
  return {{"list", std::move(list)}, {"atom", feed_address(request, "atom")}};
}

/// The dossier whose number is all that was asked for, where it is held.
View asked_dossier(const SearchRequest& request, Searcher& searcher) {
  const auto number = dossier_named(request.query);
  if (!number) return false;
  SearchRequest within;
  within.dossier = number->text();
  within.limit = 1;
  const auto found = searcher.search(within);
  if (!found || found->total == 0) return false;
  return {{"label", dossier_label(number->text())}, {"to", address_of(*number)}};
}

/// What was probably meant, in the same search otherwise.
View meant(const ResultPage& page) {
  if (!page.suggestion) return false;
  SearchRequest request = from_start(page.request);
  request.query = *page.suggestion;
  return {{"text", request.query}, {"to", search_address(request)}};
}

/// The record whose identifier is all that was asked for.
std::string asked_record(const Target& target, const SearchRequest& request, Searcher& searcher) {
  const bool only_query = std::ranges::all_of(
      target.parameters, [](const auto& p) { return p.first == "q" || p.second.empty(); });
  if (!only_query || keys_named(request.query).empty()) return {};
  const auto found = searcher.show(request.query);
  return found ? address_of(found->record.kind, id(found->record)) : std::string();
}

Response past_the_end(const Target& target, const ResultPage& page) {
  const std::size_t last = (page.total + page_size - 1) / page_size;
  return problem(
      target, 404,
      {ErrorCode::not_found,
       fmt::format("pagina {} is er niet", dutch_number(page.request.offset / page_size + 1)),
       fmt::format("de laatste is pagina {}", dutch_number(std::max<std::size_t>(last, 1)))});
}

}  // namespace

Response results_page(const Target& target, Searcher& searcher) {
  const auto request = results_request(target);
  if (!request) return problem(target, request.error());
  if (std::string address = asked_record(target, *request, searcher); !address.empty()) {
    return redirect(302, std::move(address));
  }
  const auto page = searcher.search(*request);
  if (!page) return problem(target, page.error());
  if (page->results.empty() && request->offset > 0) return past_the_end(target, *page);

  const std::size_t first = request->offset + 1;
  const std::size_t last = request->offset + page->results.size();
  const bool everything = request->query.empty();
  const View view = {{"heading", everything ? "Alle documenten" : request->query},
                     {"everything", everything},
                     {"count", document_count(page->total)},
                     {"range", page->total > page_size
                                   ? fmt::format("{}–{}", dutch_number(first), dutch_number(last))
                                   : ""},
                     {"none", page->total == 0},
                     {"partial", page->partial},
                     {"remarks", sentences(page->notes)},
                     {"explanation", explanation(*page)},
                     {"asked_dossier", asked_dossier(*request, searcher)},
                     {"meant", meant(*page)},
                     {"active", active_filters(*request)},
                     {"kept", kept_filters(*request)},
                     {"sorts", sort_links(*request)},
                     {"course", histogram(*page)},
                     {"entries", result_list(page->results, request->query)},
                     {"facets", facets(*page)},
                     {"paging", paging(*page)},
                     {"files", files(*request)}};
  return html_page(
      {.title = everything ? "Alle documenten" : request->query + " – zoeken",
       .canonical = search_address(explained(*request, false)),
       .query = request->query,
       .feeds = {{atom_type, "Nieuw in deze resultaten", feed_address(*request, "atom")},
                 {json_feed_type, "Nieuw in deze resultaten (JSON Feed)",
                  feed_address(*request, "json")}}},
      "results", view);
}

}  // namespace kamerzoek::web
