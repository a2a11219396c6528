#include "web/routes.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "corpus/references/spelling.hpp"
#include "web/assets.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

Response no_such_page(const Target& target) {
  return problem(target, 404,
                 {ErrorCode::not_found, "op dit adres is niets",
                  "controleer het adres, of zoek wat u zoekt hieronder"});
}

/// A name that stands alone: a document (/kst-34682-228), else a dossier (/34682).
Response named(const Target& target, Searcher& searcher) {
  const std::string& name = target.path.front();
  Response page = record_page(target, name, searcher);
  if (page.status != 404 || !dossier_named(name)) return page;
  Response dossier = dossier_page(target, name, searcher);
  return dossier.status == 404 ? page : dossier;
}

Response asset(const Target& target, Searcher& /*searcher*/) {
  const auto found = asset_at(target.encoded_path());
  return found ? *found : no_such_page(target);
}

Response record(const Target& target, Searcher& searcher) {
  return record_page(target, target.path.back(), searcher);
}

/// As officielebekendmakingen.nl has it: /kst-34682-228.html, and .pdf and .xml.
Response published(const Target& target, Searcher& searcher) {
  Response page = record_page(target, target.stem(), searcher);
  if (page.status != 404) return page;
  // What is not held is told of as by its own name, with where it was published.
  Target own = target;
  own.path = {target.stem()};
  return record_page(own, own.path.front(), searcher);
}

/// As OpenTK has it: /document.html?nummer=2025D27614.
Response numbered(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {"nummer"}); !known) {
    return problem(target, known.error());
  }
  Target bare = target;
  bare.parameters.clear();
  return record_page(bare, parameter(target, "nummer"), searcher);
}

Response dossier(const Target& target, Searcher& searcher) {
  return dossier_page(target, target.path.back(), searcher);
}

/// What may be done here: the same everywhere, and the leave a browser asks for before a script of
/// another site may send a header of its own choice.
Response options() {
  return {.status = 204,
          .type = {},
          .cache = "public, max-age=86400",
          .headers = {{"Allow", "GET, HEAD, OPTIONS"},
                      {"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"},
                      {"Access-Control-Allow-Headers", "*"},
                      {"Access-Control-Max-Age", "86400"}}};
}

/// An address: its fixed parts, in which one "*" stands for anything: "*.ris" is a part that ends
/// so. The first that fits counts.
struct Address {
  std::string_view route;                 ///< what it is counted as
  std::array<std::string_view, 5> parts;  ///< empty behind the last
  Response (*answer)(const Target&, Searcher&);
};

constexpr std::array addresses = {
    Address{"home", {}, home_page},
    Address{"search", {"zoeken"}, results_page},
    Address{"search_export", {"zoeken.csv"}, results_export},
    Address{"search_export", {"zoeken.ris"}, results_export},
    Address{"search_export", {"zoeken.bib"}, results_export},
    Address{"search_export", {"zoeken.jsonl"}, results_export},
    Address{"search_feed", {"zoeken.atom"}, results_feed},
    Address{"search_feed", {"zoeken.json"}, results_feed},
    Address{"help", {"hulp"}, help_page},
    Address{"about", {"over"}, about_page},
    Address{"opensearch", {"opensearch.xml"}, opensearch},
    Address{"robots", {"robots.txt"}, robots},
    Address{"sitemap", {"sitemap.xml"}, sitemap},
    Address{"sitemap", {"sitemap-dossiers-*.xml"}, sitemap_dossiers},
    Address{"sitemap", {"sitemap-documenten-*.xml"}, sitemap_documents},
    Address{"health", {"healthz"}, health},
    Address{"metrics", {"metrics"}, metrics_page},
    Address{"original", {"document", "*", "origineel", "*"}, original},
    Address{"original", {"*", "origineel", "*"}, original},
    Address{"record_export", {"document", "*.ris"}, record_export},
    Address{"record_export", {"document", "*.bib"}, record_export},
    Address{"record", {"document", "*"}, record},
    Address{"record", {"zaak", "*"}, record},
    Address{"person", {"persoon", "*"}, person_page},
    Address{"dossier_feed", {"dossier", "*.atom"}, dossier_feed},
    Address{"dossier_feed", {"dossier", "*.json"}, dossier_feed},
    Address{"dossier", {"dossier", "*"}, dossier},
    Address{"asset", {"assets", "*"}, asset},
    Address{"api_search", {"api", "v1", "search"}, api_search},
    Address{"api_document", {"api", "v1", "documents", "*"}, api_document},
    Address{"api_references", {"api", "v1", "documents", "*", "references"}, api_references},
    Address{"api_similar", {"api", "v1", "documents", "*", "similar"}, api_similar},
    Address{"api_dossier", {"api", "v1", "dossiers", "*"}, api_dossier},
    Address{"api_description", {"api", "openapi.json"}, api_description},
    Address{"api_schema", {"api", "schema.json"}, api_schema},
    Address{"api_suggest", {"api", "v1", "suggest"}, api_suggest},
    // Nothing is called just "api".
    Address{"none", {"api"}, [](const Target& target, Searcher&) { return no_such_page(target); }},
    Address{"record_export", {"*.ris"}, record_export},
    Address{"record_export", {"*.bib"}, record_export},
    Address{"pasted", {"document.html"}, numbered},
    Address{"pasted", {"*.html"}, published},
    Address{"pasted", {"*.pdf"}, published},
    Address{"pasted", {"*.xml"}, published},
    Address{"record", {"*"}, named},
};

bool fits(std::string_view pattern, std::string_view part) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == part;
  return part.size() + 1 >= pattern.size() && part.starts_with(pattern.substr(0, star)) &&
         part.ends_with(pattern.substr(star + 1));
}

bool fits(const Address& address, const Target& target) {
  for (std::size_t i = 0; i < address.parts.size(); ++i) {
    const bool ends = i == target.path.size();
    if (ends || address.parts[i].empty()) return ends && address.parts[i].empty();
    if (!fits(address.parts[i], target.path[i])) return false;
  }
  return target.path.size() == address.parts.size();
}

const Address* address_for(const Target& target) {
  const auto found = std::ranges::find_if(
      addresses, [&](const Address& address) { return fits(address, target); });
  return found == addresses.end() ? nullptr : &*found;
}

Metrics metrics_of_routes() {
  std::vector<std::string_view> routes;
  for (const Address& address : addresses) {
    if (std::ranges::find(routes, address.route) == routes.end()) routes.push_back(address.route);
  }
  return Metrics(std::move(routes));
}

}  // namespace

std::vector<std::string> all_addresses() {
  std::vector<std::string> all;
  for (const Address& address : addresses) {
    std::string& text = all.emplace_back();
    for (const std::string_view part : address.parts) {
      if (!part.empty()) text.append("/").append(part);
    }
    if (text.empty()) text = "/";
  }
  return all;
}

Metrics& request_metrics() {
  static Metrics metrics = metrics_of_routes();
  return metrics;
}

std::string_view route_of(const Request& request) {
  const Address* address = address_for(parse_target(request.target));
  return address == nullptr ? "none" : address->route;
}

Response route(const Request& request, Searcher& searcher) {
  if (request.method == "OPTIONS") return options();
  if (request.method != "GET" && request.method != "HEAD") return refuse(request, 405);
  Target target = parse_target(request.target);
  target.site = site_of(request.host);
  const Address* address = address_for(target);
  return address == nullptr ? no_such_page(target) : address->answer(target, searcher);
}

Response refuse(const Request& request, int status) {
  const Target target = parse_target(request.target);
  switch (status) {
    case 405:
      return problem(target, status,
                     {ErrorCode::usage, "hier kan alleen worden gelezen", "gebruik GET of HEAD"});
    case 429:
      return problem(target, status,
                     {ErrorCode::usage, "u vraagt te veel tegelijk", "probeer het zo weer"});
    case 414:
      // What is too long is not shown once more.
      return problem(
          {target.path, {}, {}}, status,
          {ErrorCode::usage, "het adres is langer dan 8192 tekens", "zoek met minder woorden"});
    case 503:
      return problem(target, {ErrorCode::index_unavailable, "", ""});
    case 500:
      return problem(target, {ErrorCode::unreadable, "", ""});
    default:
      return problem(target, status, {ErrorCode::usage, "het verzoek kan niet worden gelezen", ""});
  }
}

}  // namespace kamerzoek::web
