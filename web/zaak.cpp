#include <nlohmann/json.hpp>

#include "corpus/model/merge.hpp"
#include "search/address.hpp"
#include "web/facts.hpp"
#include "web/link_lists.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/result_list.hpp"

namespace kamerzoek::web {

Response zaak_page(const LinkedRecord& linked, const Links& links) {
  const Fields fields = view(linked.record);
  const std::string name = id(linked.record);
  const std::string heading = heading_of(fields, name);
  View facts = View::array();
  add_fact(facts, "Nummer", fields.documentNummer.empty() ? name : fields.documentNummer);
  add_fact(facts, "Soort", fields.soort);
  if (fields.titel != heading) add_fact(facts, "Titel", fields.titel);
  add_fact(facts, "Datum", dutch_date(fields.datum));
  add_fact(facts, "Bijgewerkt", dutch_date(fields.bijgewerkt));
  add_fact(facts, "Vergaderjaar", fields.vergaderjaar);
  add_dossiers(facts, fields);
  const View content = {{"heading", heading},
                        {"soort", fields.soort},
                        {"date", dutch_date(fields.datum)},
                        {"iso_date", fields.datum.substr(0, 10)},
                        {"facts", std::move(facts)},
                        {"others", others(fields)},
                        {"replaces", link_lists(links)["replaces"]},
                        {"groups", people(fields.actoren)},
                        {"agenda", agenda(fields.agenda)},
                        {"besluiten", besluiten_on(linked.besluiten, fields.documentNummer)},
                        {"count", document_count(linked.documenten.size())},
                        {"entries", result_list(linked.documenten)},
                        {"sources", sources(linked.record)}};
  return html_page({.title = heading,
                    .canonical = address_of(Kind::zaak, name),
                    .for_engines = true,
                    .description = (fields.soort.empty() ? "Zaak" : fields.soort) + " " + name +
                                   ", met " + document_count(linked.documenten.size()) + "."},
                   "zaak", content);
}

}  // namespace kamerzoek::web
