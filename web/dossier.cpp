#include <nlohmann/json.hpp>

#include "search/address.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

View documents(const DossierPage& dossier) {
  View list = View::array();
  for (const SearchResult& document : dossier.documenten) {
    const std::string& name = document.onderwerp.empty() ? document.titel : document.onderwerp;
    list.push_back({{"number", document.volgnummer},
                    {"date", dutch_date(document.datum)},
                    {"iso_date", document.datum},
                    {"soort", document.soort},
                    {"name", name.empty() ? document.id : name},
                    {"href", document.url}});
  }
  return list;
}

View below(const DossierPage& dossier) {
  View list = View::array();
  for (const std::string& number : dossier.onderdossiers) {
    const auto parsed = DossierNumber::parse(number);
    if (parsed) list.push_back({{"label", dossier_label(number)}, {"to", address_of(*parsed)}});
  }
  return list;
}

}  // namespace

Response dossier_page(const Target& target, const std::string& number, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto dossier = searcher.dossier(number);
  if (!dossier) return problem(target, dossier.error());
  std::string address = address_of(dossier->nummer);
  if (target.encoded_path() != address) return redirect(301, std::move(address));

  const std::string text = dossier->nummer.text();
  const std::string label = "Dossier " + dossier_label(text);
  const bool is_part = !dossier->nummer.toevoeging.empty();
  const View content = {
      {"label", label},
      {"heading", dossier->titel.empty() ? label : dossier->titel},
      {"titled", !dossier->titel.empty()},
      {"main_to", is_part ? address_of(DossierNumber{dossier->nummer.nummer, ""}) : ""},
      {"main_label", is_part ? dossier_label(dossier->nummer.nummer) : ""},
      {"count", document_count(dossier->documenten.size())},
      {"documents", documents(*dossier)},
      {"missing", number_ranges(dossier->ontbrekend)},
      {"below", below(*dossier)},
      {"kept", View::array({{{"name", "dossier"}, {"value", text}}})},
      {"box_id", "q-dossier"},
      {"box_label", "Zoek in dit dossier"}};
  Page page{.title = label, .canonical = address, .for_engines = true};
  if (!dossier->titel.empty()) page.title += " – " + dossier->titel;
  return html_page(page, "dossier", content);
}

}  // namespace kamerzoek::web
