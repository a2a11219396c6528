#include "search/links_json.hpp"

#include <nlohmann/json.hpp>

#include "search/result_json.hpp"

namespace kamerzoek {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const Link& link) {
  ordered_json out = link.held ? listing_json(link.paper)
                               : ordered_json{{"id", link.paper.id}, {"url", link.paper.url}};
  out["aanwezig"] = link.held;
  out["relatie"] = link.relation;
  out["herkomst"] = name_of(link.basis);
  if (!link.sentence.empty()) out["zin"] = link.sentence;
  if (!link.note.empty()) out["noot"] = link.note;
  return out;
}

ordered_json to_json(const std::vector<Link>& links) {
  ordered_json list = ordered_json::array();
  for (const Link& link : links) list.push_back(to_json(link));
  return list;
}

}  // namespace

std::string_view name_of(Link::Basis basis) {
  switch (basis) {
    case Link::Basis::metadata:
      return "metadata";
    case Link::Basis::marked:
      return "gemarkeerd";
    case Link::Basis::found:
      break;
  }
  return "tekst";
}

ordered_json to_json(const Links& links) {
  return {{"cites", to_json(links.cites)},
          {"citedBy", to_json(links.cited_by)},
          {"citedByTotal", links.cited_by_total},
          {"related", to_json(links.related)}};
}

ordered_json to_json(const Besluit& besluit) {
  ordered_json votes = ordered_json::array();
  for (const Besluit::Stem& stem : besluit.stemmen) {
    votes.push_back({{"naam", stem.naam}, {"soort", stem.soort}});
  }
  return {{"soort", besluit.soort}, {"tekst", besluit.tekst}, {"stemmingen", std::move(votes)}};
}

}  // namespace kamerzoek
