#include "web/result_list.hpp"

#include <nlohmann/json.hpp>

#include "corpus/model/identifiers.hpp"
#include "search/address.hpp"
#include "web/document_text.hpp"
#include "web/notation.hpp"
#include "web/search_link.hpp"

namespace kamerzoek::web {
namespace {

View snippet_parts(const Snippet& snippet) {
  View parts = View::array();
  for (const SnippetPart& part : snippet) {
    parts.push_back(
        {{"match", part.match ? part.text : ""}, {"plain", part.match ? "" : part.text}});
  }
  return parts;
}

std::string text_of(const Snippet& snippet) {
  std::string text;
  for (const SnippetPart& part : snippet) text += part.text;
  return text;
}

/// "p. 12, noot 5"; empty where neither is known.
std::string place_of(const SearchResult& result) {
  std::string place = result.pagina.empty() ? "" : "p. " + result.pagina;
  if (result.noot > 0) place += (place.empty() ? "noot " : ", noot ") + result.nootNummer;
  return place;
}

std::string anchor_of(const SearchResult& result) {
  return "#" + (result.noot > 0 ? note_anchor(result.noot) : page_anchor(result.pagina));
}

View entry(const SearchResult& result, const std::string& query) {
  const std::string& heading = result.onderwerp.empty() ? result.titel : result.onderwerp;
  const std::string& name = heading.empty() ? result.id : heading;
  const std::string title = result.titel == heading ? "" : result.titel;
  // Where the words stand in no text, the snippet is one of these: that is not said twice.
  const std::string passage = text_of(result.snippet);
  const auto shown = [&](const std::string& text) {
    return snippet_parts(passage == text ? result.snippet : Snippet{{text, false}});
  };
  const bool said = passage == name || passage == title;
  const auto dossier = DossierNumber::parse(result.dossier);
  return {
      {"href", address_with_query(result.url, query)},
      {"name", shown(name)},
      {"soort", result.soort},
      {"date", dutch_date(result.datum)},
      {"iso_date", result.datum},
      {"dossier_href", dossier ? address_of(*dossier) : ""},
      {"kamerstuk", kamerstuk_label(result.dossier, result.volgnummer)},
      {"title", title.empty() ? View::array() : shown(title)},
      {"kop", result.kop},
      {"place", place_of(result)},
      {"place_href", address_with_query(result.url, query) + anchor_of(result)},
      {"snippet", said ? View::array() : snippet_parts(result.snippet)},
      {"reasons", sentences(result.uitleg ? result.uitleg->zinnen : std::vector<std::string>())}};
}

}  // namespace

View sentences(const std::vector<std::string>& texts) {
  View list = View::array();
  for (const std::string& text : texts) list.push_back({{"sentence", text}});
  return list;
}

View result_list(const std::vector<SearchResult>& results, const std::string& query) {
  View list = View::array();
  for (const SearchResult& result : results) list.push_back(entry(result, query));
  return list;
}

}  // namespace kamerzoek::web
