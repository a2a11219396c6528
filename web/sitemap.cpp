#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "search/address.hpp"
#include "web/notation.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

/// As sitemaps.org/protocol.html has it, version 0.9. Zaken are not in it: there are several for
/// every document, most say no more than the subject of the one document they are about, and each
/// is linked from there. Neither are people and searches, which are lists of what is in it. Of the
/// index's parts and of dossiers no `lastmod` is told: papers without one come and go there.
namespace kamerzoek::web {
namespace {

// Of addresses in a part. The other limit, 50 MB, is a thousand bytes an address: a hundred of each
// are enough for ours.
constexpr std::size_t most_addresses = 50'000;
static_assert(catalogue_part_size <= most_addresses);

constexpr std::size_t at_a_time = 1000;

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view space = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The addresses of a part, on their way to one reader.
struct UrlSet {
  std::string site;
  std::vector<CatalogueEntry> entries;
  std::size_t next = 0;
  bool ended = false;

  std::string part() {
    if (ended) return {};
    std::string out;
    if (next == 0) out = fmt::format("{}<urlset xmlns=\"{}\">\n", declaration, space);
    const std::size_t end = std::min(next + at_a_time, entries.size());
    for (; next < end; ++next) {
      // What site_of and address_of let through needs no escapes in XML.
      const auto& [url, changed] = entries[next];
      out += "<url><loc>" + site + url + "</loc>";
      if (changed) out += "<lastmod>" + iso_date(*changed) + "</lastmod>";
      out += "</url>\n";
    }
    ended = next == entries.size();
    if (ended) out += "</urlset>\n";
    return out;
  }
};

Response url_set(const Target& target, std::vector<CatalogueEntry> entries) {
  auto set = std::make_shared<UrlSet>(UrlSet{target.site, std::move(entries)});
  return {.type = "application/xml", .parts = [set = std::move(set)] { return set->part(); }};
}

std::string part_address(std::string_view of, std::size_t number) {
  return fmt::format("/sitemap-{}-{}.xml", of, number);
}

/// The number in the address of a part; 0 for what is none.
std::size_t part_number(const Target& target, std::string_view of) {
  const std::string name = target.stem();
  std::size_t number = 0;
  std::from_chars(name.data() + name.rfind('-') + 1, name.data() + name.size(), number);
  return target.encoded_path() == part_address(of, number) ? number : 0;
}

Response no_such_part(const Target& target) {
  return problem(target, 404,
                 {ErrorCode::not_found, "dit deel van de sitemap is er niet",
                  "wat er is staat in /sitemap.xml"});
}

/// The pages that lead to others.
Result<std::vector<CatalogueEntry>> overviews(Searcher& searcher) {
  const auto dossiers = searcher.dossiers();
  if (!dossiers) return tl::unexpected(dossiers.error());
  std::vector<CatalogueEntry> pages = {{"/"}, {"/hulp"}, {"/over"}};
  for (const DossierNumber& number : *dossiers) pages.push_back({address_of(number)});
  return pages;
}

}  // namespace

Response sitemap(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  if (target.site.empty()) return no_site(target);
  const auto pages = overviews(searcher);
  if (!pages) return problem(target, pages.error());
  const auto documents = searcher.catalogue_parts();
  if (!documents) return problem(target, documents.error());
  std::string body = fmt::format("{}<sitemapindex xmlns=\"{}\">\n", declaration, space);
  const auto add = [&](std::string_view of, std::size_t number) {
    body +=
        fmt::format("<sitemap><loc>{}{}</loc></sitemap>\n", target.site, part_address(of, number));
  };
  for (std::size_t at = 0; at < pages->size(); at += most_addresses) {
    add("dossiers", at / most_addresses + 1);
  }
  for (const std::size_t number : *documents) add("documenten", number);
  return {.type = "application/xml", .body = body + "</sitemapindex>\n"};
}

Response sitemap_dossiers(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  if (target.site.empty()) return no_site(target);
  auto pages = overviews(searcher);
  if (!pages) return problem(target, pages.error());
  const std::size_t number = part_number(target, "dossiers");
  const std::size_t parts = (pages->size() - 1) / most_addresses + 1;
  if (number == 0 || number > parts) return no_such_part(target);
  const auto begin = pages->begin() + static_cast<std::ptrdiff_t>((number - 1) * most_addresses);
  pages->erase(pages->begin(), begin);
  pages->resize(std::min(pages->size(), most_addresses));
  return url_set(target, *std::move(pages));
}

Response sitemap_documents(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  if (target.site.empty()) return no_site(target);
  auto part = searcher.catalogue_part(part_number(target, "documenten"));
  if (!part && part.error().code == ErrorCode::not_found) return no_such_part(target);
  if (!part) return problem(target, part.error());
  return url_set(target, *std::move(part));
}

Response robots(const Target& target, Searcher& /*searcher*/) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  // Searches are without end, and what they find has pages of its own.
  std::string body = "User-agent: *\nDisallow: /zoeken\nDisallow: /api/\n";
  if (!target.site.empty()) body += fmt::format("\nSitemap: {}/sitemap.xml\n", target.site);
  return {.type = "text/plain; charset=utf-8", .body = std::move(body)};
}

}  // namespace kamerzoek::web
