#include "web/facts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/model/signatory.hpp"
#include "search/address.hpp"
#include "web/notation.hpp"
#include "web/search_link.hpp"

namespace kamerzoek::web {
namespace {

std::string_view label_of(Source source) {
  switch (source) {
    case Source::odata:
      return "Open data van de Tweede Kamer";
    case Source::official_xml:
      return "Officiële bekendmakingen";
    case Source::opentk:
      return "OpenTK";
    case Source::jsonl:
      return "JSON Lines";
    case Source::html:
      return "Webpagina";
    case Source::docx:
      return "Word-bestand";
    case Source::odt:
      return "OpenDocument-bestand";
    case Source::rtf:
      return "RTF-bestand";
    case Source::doc:
      return "Oud Word-bestand";
    case Source::pdf:
      return "PDF-bestand";
    case Source::text:
      return "Tekstbestand";
  }
  return "";
}

}  // namespace

std::string role_of(const Actor& actor) {
  if (actor.functie.empty() || actor.fractie.empty()) return actor.functie + actor.fractie;
  return actor.functie + ", " + actor.fractie;
}

void add_fact(View& facts, std::string_view name, std::string_view value, std::string_view href) {
  if (value.empty()) return;
  facts.push_back({{"name", name},
                   {"plain", href.empty() ? value : ""},
                   {"link", href.empty() ? "" : value},
                   {"href", href},
                   {"more", false}});
}

void add_dossiers(View& facts, const Fields& fields) {
  for (const DossierLink& link : fields.dossiers) {
    const bool own = &link == fields.dossiers.data();
    const std::string number = link.nummer.text();
    add_fact(facts, "Dossier", kamerstuk_label(number, own ? fields.volgnummer : ""),
             address_of(link.nummer));
    facts.back()["more"] = link.titel;
  }
}

View others(const Fields& fields) {
  View list = View::array();
  for (const auto& [name, value] : fields.kenmerken) add_fact(list, name, value);
  return list;
}

View people(const std::vector<Actor>& actoren) {
  View groups = View::array();
  for (const Actor& actor : actoren) {
    const std::string relation = actor.relatie.empty() ? "Betrokken" : actor.relatie;
    auto group = std::ranges::find_if(
        groups, [&](const View& known) { return known["relation"] == relation; });
    if (group == groups.end()) {
      groups.push_back({{"relation", relation}, {"persons", View::array()}});
      group = std::prev(groups.end());
    }
    (*group)["persons"].push_back({{"person", actor.naam},
                                   {"role", role_of(actor)},
                                   {"to", signs(actor) ? person_address(actor.naam) : ""}});
  }
  return groups;
}

View agenda(const std::vector<AgendaItem>& items) {
  View list = View::array();
  for (const AgendaItem& item : items) {
    std::string subject = item.soort;
    if (!item.onderwerp.empty()) subject += (subject.empty() ? "" : ": ") + item.onderwerp;
    list.push_back({{"moment", dutch_moment(item.datum)},
                    {"iso_moment", item.datum},
                    {"subject", subject},
                    {"place", item.plaats == "TK" ? "plenair" : item.plaats}});
  }
  return list;
}

View besluiten_on(const std::vector<Besluit>& besluiten, const std::string& zaak) {
  View list = View::array();
  for (const Besluit& besluit : besluiten) {
    if (besluit.zaak != zaak) continue;
    View votes = View::array();
    for (const Besluit::Stem& stem : besluit.stemmen) {
      if (votes.empty() || votes.back()["soort"] != stem.soort) {
        votes.push_back({{"soort", stem.soort}, {"names", stem.naam}});
      } else {
        votes.back()["names"] = votes.back()["names"].get<std::string>() + ", " + stem.naam;
      }
    }
    list.push_back({{"tekst", besluit.tekst.empty() ? besluit.soort : besluit.tekst},
                    {"votes", std::move(votes)}});
  }
  return list;
}

View sources(const Record& record) {
  View list = View::array();
  std::string newest;
  // The pieces of a record are ordered by source.
  for (const Piece& piece : record.pieces) {
    if (piece.withdrawn) continue;
    const std::string_view label = label_of(piece.source);
    if (list.empty() || list.back()["source"] != label) {
      list.push_back({{"source", label}, {"pieces", View::array()}});
      newest.clear();
    }
    newest = std::max(newest, piece.stamp);
    View& entry = list.back();
    entry["date"] = dutch_date(newest);
    entry["pieces"].push_back(piece.name);
    const std::size_t count = entry["pieces"].size();
    entry["count"] = count == 1 ? "1 deel" : dutch_number(count) + " delen";
  }
  return list;
}

std::string heading_of(const Fields& fields, const std::string& id) {
  if (!fields.onderwerp.empty()) return fields.onderwerp;
  return fields.titel.empty() ? id : fields.titel;
}

}  // namespace kamerzoek::web
