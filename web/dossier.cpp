#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "search/address.hpp"
#include "web/feed.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/timeline.hpp"

namespace kamerzoek::web {
namespace {

const std::string& name_of(const SearchResult& document) {
  if (!document.onderwerp.empty()) return document.onderwerp;
  return document.titel.empty() ? document.id : document.titel;
}

// Name by name: braces would make an array of each pair first, and there are thousands.
View entry(const SearchResult& document) {
  View entry = View::object();
  entry["gap"] = false;
  entry["number"] = document.volgnummer;
  entry["date"] = dutch_date(document.datum);
  entry["iso_date"] = document.datum;
  entry["soort"] = document.soort;
  entry["name"] = name_of(document);
  entry["href"] = document.url;
  return entry;
}

/// The documents, and between them what is missing.
View entries(const DossierPage& dossier) {
  View list = View::array();
  auto gap = dossier.ontbrekend.begin();
  for (std::size_t at = 0; at < dossier.documenten.size(); ++at) {
    if (gap != dossier.ontbrekend.end() && gap->before == at) {
      list.push_back({{"gap", gap_label(gap->first, gap->last)}});
      ++gap;
    }
    list.push_back(entry(dossier.documenten[at]));
  }
  return list;
}

View most_cited(const DossierPage& dossier) {
  View list = View::array();
  for (const CitedDocument& cited : dossier.meestAangehaald) {
    View document = entry(cited.document);
    document["count"] = fmt::format("in {}", document_count(cited.cited_by));
    list.push_back(std::move(document));
  }
  return list;
}

View parts(const DossierPage& dossier) {
  View list = View::array();
  for (const Onderdossier& part : dossier.onderdossiers) {
    list.push_back({{"label", dossier_label(part.nummer.text())},
                    {"name", part.titel},
                    {"count", document_count(part.documenten)},
                    {"to", address_of(part.nummer)}});
  }
  return list;
}

/// "6 nummers niet aanwezig"; empty where none is missing.
std::string missing(const DossierPage& dossier) {
  std::size_t count = 0;
  for (const Gap& gap : dossier.ontbrekend) count += gap.last - gap.first + 1;
  if (count == 0) return {};
  return fmt::format("{} nummer{} niet aanwezig", dutch_number(count), count == 1 ? "" : "s");
}

View course(const DossierPage& dossier) {
  const auto timeline = lay_out(dossier.documenten);
  return timeline ? timeline_view(*timeline, dossier.documenten) : View(false);
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
  View content = {{"label", label},
                  {"heading", dossier->titel.empty() ? label : dossier->titel},
                  {"titled", !dossier->titel.empty()},
                  {"main_to", is_part ? address_of(DossierNumber{dossier->nummer.nummer, ""}) : ""},
                  {"main_label", is_part ? dossier_label(dossier->nummer.nummer) : ""},
                  {"total", document_count(dossier->documenten.size())},
                  {"from", dutch_date(dossier->van)},
                  {"iso_from", dossier->van},
                  {"until", dossier->tot == dossier->van ? "" : dutch_date(dossier->tot)},
                  {"iso_until", dossier->tot},
                  {"missing", missing(*dossier)},
                  {"course", course(*dossier)},
                  {"cited", most_cited(*dossier)},
                  {"documents", entries(*dossier)},
                  {"below", parts(*dossier)},
                  {"kept", View::array({{{"name", "dossier"}, {"value", text}}})},
                  {"box_id", "q-dossier"},
                  {"box_label", "Zoek in dit dossier"}};
  Page page{.title = label,
            .canonical = address,
            .feeds = {{atom_type, label, address + ".atom"},
                      {json_feed_type, label + " (JSON Feed)", address + ".json"}},
            .for_engines = true};
  page.site = target.site;
  page.description = label + (dossier->titel.empty() ? "" : ", " + dossier->titel) + ": " +
                     document_count(dossier->documenten.size()) + ".";
  if (!dossier->titel.empty()) page.title += " – " + dossier->titel;
  return html_page(page, "dossier", std::move(content));
}

}  // namespace kamerzoek::web
