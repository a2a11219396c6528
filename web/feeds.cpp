#include <utility>

#include <fmt/format.h>

#include "corpus/references/spelling.hpp"
#include "search/address.hpp"
#include "web/export_formats.hpp"
#include "web/feed.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/search_link.hpp"

namespace kamerzoek::web {
namespace {

constexpr std::size_t feed_size = 50;

std::string text_of(const Snippet& snippet) {
  std::string text;
  for (const SnippetPart& part : snippet) text += part.text;
  text.erase(text.find_last_not_of(" \n") + 1);
  return text;
}

/// A document is known by the number it had first: the Tweede Kamer numbers it when it comes in,
/// and an official publication follows days later.
FeedEntry entry_of(const SearchResult& document, const std::string& site) {
  const std::string& number = document.documentNummer;
  FeedEntry entry{.id = feed_id(number.empty() ? document.id : number),
                  .title = title_of(document),
                  .url = site + document.url,
                  .updated = start_of_day(document.datum),
                  .soort = document.soort,
                  .summary = text_of(document.snippet),
                  .authors = document.indieners};
  if (entry.summary == entry.title) entry.summary.clear();
  std::erase(entry.authors, "");
  return entry;
}

/// The newest of what is asked for. What has no date cannot be new.
Response feed_of(const Target& target, Feed feed, SearchRequest request, Searcher& searcher) {
  request.limit = feed_size;
  const auto page = searcher.search(request);
  if (!page) return problem(target, page.error());
  for (const SearchResult& document : page->results) {
    FeedEntry entry = entry_of(document, target.site);
    if (!entry.updated.empty()) feed.entries.push_back(std::move(entry));
  }
  return target.extension() == "atom" ? atom(feed) : json_feed(feed);
}

}  // namespace

Response results_feed(const Target& target, Searcher& searcher) {
  const auto request = feed_request(target);
  if (!request) return problem(target, request.error());
  if (target.site.empty()) return no_site(target);
  const std::string page = search_address(*request);
  Feed feed{
      .id = feed_id(page),
      .title = "Kamerzoek: " + (request->query.empty() ? "nieuwste documenten" : request->query),
      .self = target.site + feed_address(*request, target.extension()),
      .alternate = target.site + page,
      .entries = {}};
  return feed_of(target, std::move(feed), *request, searcher);
}

Response dossier_feed(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto dossier = searcher.dossier(target.stem());
  if (!dossier) return problem(target, dossier.error());
  const std::string page = address_of(dossier->nummer);
  std::string self = fmt::format("{}.{}", page, target.extension());
  if (target.encoded_path() != self) return redirect(301, std::move(self));
  if (target.site.empty()) return no_site(target);
  Feed feed{.id = feed_id(page),
            .title = "Dossier " + dossier_label(dossier->nummer.text()),
            .self = target.site + self,
            .alternate = target.site + page,
            .entries = {}};
  if (!dossier->titel.empty()) feed.title += " – " + dossier->titel;
  SearchRequest request;
  request.dossier = dossier->nummer.text();
  request.sort = Sort::nieuwste;
  return feed_of(target, std::move(feed), std::move(request), searcher);
}

}  // namespace kamerzoek::web
