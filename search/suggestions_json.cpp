#include "search/suggestions_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "search/result_json.hpp"

namespace kamerzoek {

using nlohmann::ordered_json;

ordered_json to_json(const Suggestions& suggestions) {
  ordered_json documents = ordered_json::array();
  for (const SearchResult& document : suggestions.documents) {
    documents.push_back(listing_json(document));
  }
  ordered_json dossiers = ordered_json::array();
  for (const Suggestions::Dossier& dossier : suggestions.dossiers) {
    dossiers.push_back({{"nummer", dossier.nummer},
                        {"titel", dossier.titel},
                        {"documenten", dossier.documenten},
                        {"url", dossier.url}});
  }
  ordered_json terms = ordered_json::array();
  for (const Suggestions::Term& term : suggestions.terms) {
    terms.push_back({{"text", term.text}, {"documents", term.documents}});
  }
  return {{"query", suggestions.query},
          {"documents", std::move(documents)},
          {"dossiers", std::move(dossiers)},
          {"terms", std::move(terms)}};
}

ordered_json opensearch_json(const Suggestions& suggestions) {
  ordered_json completions = ordered_json::array();
  ordered_json descriptions = ordered_json::array();
  for (const Suggestions::Term& term : suggestions.terms) {
    completions.push_back(term.text);
    descriptions.push_back(
        fmt::format("{} {}", term.documents, term.documents == 1 ? "document" : "documenten"));
  }
  return ordered_json::array({suggestions.query, std::move(completions), std::move(descriptions)});
}

}  // namespace kamerzoek
