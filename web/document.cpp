#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/model/merge.hpp"
#include "search/address.hpp"
#include "web/document_text.hpp"
#include "web/facts.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

View facts_of(const Fields& fields, const std::string& id) {
  View facts = View::array();
  add_fact(facts, "Soort", fields.soort);
  add_fact(facts, "Nummer", id);
  if (fields.documentNummer != id) add_fact(facts, "Documentnummer", fields.documentNummer);
  add_fact(facts, "Datum", dutch_date(fields.datum));
  add_fact(facts, "Bijgewerkt", dutch_date(fields.bijgewerkt));
  add_fact(facts, "Versie", fields.versie);
  add_fact(facts, "Vergaderjaar", fields.vergaderjaar);
  add_dossiers(facts, fields);
  if (!fields.bronDocument.empty()) {
    add_fact(facts, "Bijlage bij", fields.bronDocument,
             "/document/" + percent_encoded(fields.bronDocument));
  }
  return facts;
}

/// Where the document is published by those who made it.
View official_pages(const Fields& fields, const std::string& id) {
  View pages = View::array();
  if (PublicationId::parse(id)) {
    pages.push_back(
        {{"label", "Officiële bekendmaking"},
         {"to", "https://zoek.officielebekendmakingen.nl/" + percent_encoded(id) + ".html"}});
  }
  if (DocumentNumber::parse(fields.documentNummer)) {
    pages.push_back({{"label", "Bij de Tweede Kamer"},
                     {"to", "https://www.tweedekamer.nl/kamerstukken/detail?id=" +
                                percent_encoded(fields.documentNummer)}});
  }
  return pages;
}

View annexes(const Fields& fields) {
  View list = View::array();
  for (const Bijlage& annex : fields.bijlagen) {
    const std::string name = annex.titel.empty() ? annex.id : annex.titel;
    list.push_back({{"link", annex.id.empty() ? "" : name},
                    {"plain", annex.id.empty() ? name : ""},
                    {"href", "/document/" + percent_encoded(annex.id)}});
  }
  return list;
}

/// The zaken by number: what is held of each, and of the others the number alone.
View zaken_of(const LinkedRecord& linked, const Fields& fields) {
  View list = View::array();
  for (const std::string& number : fields.zaken) {
    View zaak = {{"number", number},
                 {"to", ""},
                 {"soort", ""},
                 {"subject", ""},
                 {"groups", View::array()},
                 {"agenda", View::array()}};
    const auto held = std::ranges::find_if(linked.zaken, [&](const Record& record) {
      return std::ranges::binary_search(keys(record), number);
    });
    if (held != linked.zaken.end()) {
      const Fields known = view(*held);
      zaak["to"] = address_of(Kind::zaak, id(*held));
      zaak["soort"] = known.soort;
      zaak["subject"] = known.onderwerp.empty() ? known.titel : known.onderwerp;
      zaak["groups"] = people(known.actoren);
      zaak["agenda"] = agenda(known.agenda);
    }
    list.push_back(std::move(zaak));
  }
  return list;
}

}  // namespace

Response document_page(const LinkedRecord& linked) {
  const Fields fields = view(linked.record);
  const std::string name = id(linked.record);
  const std::string heading = heading_of(fields, name);
  View text = document_text(fields);
  const DossierLink* own = fields.dossiers.empty() ? nullptr : fields.dossiers.data();
  const View content = {
      {"heading", heading},
      {"soort", fields.soort},
      {"date", dutch_date(fields.datum)},
      {"iso_date", fields.datum.substr(0, 10)},
      {"kamerstuk", own == nullptr ? "" : kamerstuk_label(own->nummer.text(), fields.volgnummer)},
      {"dossier_to", own == nullptr ? "" : address_of(own->nummer)},
      {"title", fields.titel == heading ? "" : fields.titel},
      {"facts", facts_of(fields, name)},
      {"official", official_pages(fields, name)},
      {"others", others(fields)},
      {"groups", people(fields.actoren)},
      {"annexes", annexes(fields)},
      {"agenda", agenda(fields.agenda)},
      {"zaken", zaken_of(linked, fields)},
      {"paragraphs", std::move(text["paragraphs"])},
      {"notes", std::move(text["notes"])},
      {"sources", sources(linked.record)}};
  return html_page(
      {.title = heading, .canonical = address_of(linked.record.kind, name), .for_engines = true},
      "document", content);
}

Response record_page(const Target& target, const std::string& name, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto linked = searcher.show(name);
  if (!linked) return problem(target, linked.error());
  std::string address = address_of(linked->record.kind, id(linked->record));
  if (target.encoded_path() != address) return redirect(301, std::move(address));
  return linked->record.kind == Kind::zaak ? zaak_page(*linked) : document_page(*linked);
}

}  // namespace kamerzoek::web
