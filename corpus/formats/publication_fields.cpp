#include "corpus/formats/publication_fields.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "corpus/formats/stuk_soort.hpp"

namespace kamerzoek {
namespace {

using Family = PublicationId::Family;

std::string number_in_dossier(const PublicationId& id) {
  std::string number;
  for (const std::string& part : id.nummers) {
    if (!number.empty()) number += '-';
    number += part;
  }
  if (!id.achtervoegsel.empty()) number.append("-").append(id.achtervoegsel);
  return number;
}

// The metadata's identifier says in which dossier and under what number a paper stands, and its
// text, where it says something else, is wrong.
void put_first_dossier(const PublicationId& id, const PublicationMetadata& metadata,
                       Fields& fields) {
  if (!id.dossier) return;
  auto own = std::ranges::find(fields.dossiers, *id.dossier, &DossierLink::nummer);
  if (own == fields.dossiers.end()) {
    fields.dossiers.push_back({*id.dossier, metadata.first("OVERHEIDop.dossiertitel")});
    own = std::prev(fields.dossiers.end());
  }
  std::rotate(fields.dossiers.begin(), own, own + 1);
  if (DossierLink& link = fields.dossiers.front(); link.titel.empty()) link.titel = fields.titel;
  if (!fields.dossiers.front().titel.empty()) fields.titel = fields.dossiers.front().titel;
  const std::string number = metadata.first("OVERHEIDop.ondernummer");
  fields.volgnummer = number.empty() ? number_in_dossier(id) : number;
}

void set_soort(const PublicationId& id, const PublicationMetadata& metadata, Fields& fields) {
  const std::string kind = metadata.soort();
  switch (id.family) {
    case Family::h:
      fields.soort = "Handelingen";
      break;
    case Family::kv:
      fields.soort = "Schriftelijke vragen";
      break;
    case Family::ah:
      fields.soort =
          kind == "Mededeling" ? "Mededeling (uitstel antwoord)" : "Antwoord schriftelijke vragen";
      break;
    case Family::blg:
      fields.soort = "Bijlage";
      break;
    case Family::kst:
      fields.soort = std::string(precise_soort(kind, fields.soort));
      return;
  }
  if (!kind.empty()) fields.kenmerken["type"] = kind;
}

}  // namespace

void take_publication(const PublicationId& id, const PublicationMetadata& metadata,
                      Fields& fields) {
  put_first_dossier(id, metadata, fields);
  set_soort(id, metadata, fields);
  metadata.complete(fields);
  if (const auto jaar = Vergaderjaar::parse(id.jaar); jaar && fields.vergaderjaar.empty()) {
    fields.vergaderjaar = jaar->text();
  }
}

}  // namespace kamerzoek
