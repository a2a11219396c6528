#include "corpus/formats/odata_relations.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;
using Parts = std::vector<const json*>;

void read_zaken(const Parts& parts, Fields& into) {
  for (const json* zaak : parts) {
    std::string number = text_in(*zaak, "Nummer");
    if (!number.empty()) into.zaken.push_back(std::move(number));
  }
  std::ranges::sort(into.zaken);
}

void read_actoren(const Parts& parts, Fields& into) {
  for (const json* part : parts) {
    Actor actor{text_in(*part, "ActorNaam"), text_in(*part, "Functie"), text_in(*part, "Relatie"),
                text_in(*part, "ActorFractie")};
    if (!actor.naam.empty()) into.actoren.push_back(std::move(actor));
  }
}

/// The service gives the number as an integer, so without the zeros that dossiers of five digits
/// may begin with, and the addition of an Act of the Kingdom in parentheses.
std::optional<DossierLink> read_dossier(const json& part) {
  std::string number = number_in(part, "Nummer");
  if (number.empty()) return std::nullopt;
  if (number.size() < 5) number.insert(0, 5 - number.size(), '0');
  std::string addition = text_in(part, "Toevoeging");
  std::erase_if(addition, [](char c) { return c == '(' || c == ')'; });
  if (!addition.empty()) number += "-" + addition;
  auto parsed = DossierNumber::parse(number);
  if (!parsed) return std::nullopt;
  return DossierLink{*std::move(parsed), text_in(part, "Titel")};
}

void read_dossiers(const Parts& parts, Fields& into) {
  for (const json* part : parts) {
    if (auto link = read_dossier(*part)) into.dossiers.push_back(*std::move(link));
  }
}

void read_bijlagen(const Parts& parts, Fields& into) {
  for (const json* part : parts) {
    into.bijlagen.push_back({text_in(*part, "Onderwerp"), text_in(*part, "DocumentNummer")});
  }
}

void read_bron_document(const Parts& parts, Fields& into) {
  if (!parts.empty()) into.bronDocument = text_in(*parts.front(), "DocumentNummer");
}

std::string moment_of(const json& part) {
  std::string moment = iso_minute(text_in(part, "Aanvangstijd"));
  return moment.empty() ? date_in(part, "Datum") : moment;
}

void read_activiteiten(const Parts& parts, Fields& into) {
  for (const json* part : parts) {
    into.agenda.push_back({moment_of(*part), text_in(*part, "Onderwerp"), text_in(*part, "Soort"),
                           text_in(*part, "Voortouwnaam")});
  }
  std::ranges::sort(into.agenda);
}

/// When and where an agenda item is taken is known to the activiteit it belongs to.
void read_agendapunten(const Parts& parts, Fields& into) {
  for (const json* part : parts) {
    const json activiteit = part->value("Activiteit", json());
    AgendaItem item{moment_of(*part), text_in(*part, "Onderwerp"), text_in(activiteit, "Soort"),
                    text_in(activiteit, "Voortouwnaam")};
    if (item.datum.empty()) item.datum = moment_of(activiteit);
    if (item.soort.empty()) item.soort = text_in(*part, "Rubriek");
    into.agenda.push_back(std::move(item));
  }
  std::ranges::sort(into.agenda);
}

struct OwnerRelation {
  std::string_view property;
  void (*read)(const Parts&, Fields&);
};

constexpr std::array owner_relations = {
    OwnerRelation{"Zaak", read_zaken},
    OwnerRelation{"DocumentActor", read_actoren},
    OwnerRelation{"ZaakActor", read_actoren},
    OwnerRelation{"ActiviteitActor", read_actoren},
    OwnerRelation{"Kamerstukdossier", read_dossiers},
    OwnerRelation{"BijlageDocument", read_bijlagen},
    OwnerRelation{"BronDocument", read_bron_document},
    OwnerRelation{"Activiteit", read_activiteiten},
    OwnerRelation{"Agendapunt", read_agendapunten},
};

/// A document's or zaak's agenda is where it was dealt with. What an activiteit or a besluit says
/// of its agenda item is that item's own affair.
bool says_something(const EntityType& owner, std::string_view property) {
  const bool has_agenda = owner.kind == Kind::document || owner.kind == Kind::zaak;
  if (property == "Activiteit" || property == "Agendapunt") return has_agenda;
  return property != "Zaak" || owner.kind != Kind::zaak;
}

Piece relation(const Expansion& expansion, Kind kind, std::string key) {
  Piece piece;
  piece.kind = kind;
  piece.source = Source::odata;
  piece.name = expansion.owner_piece.name + "/" + expansion.property;
  piece.keys = {std::move(key)};
  piece.stamp = expansion.owner_piece.stamp;
  return piece;
}

/// The kamerstuk that dossier and volgnummer name. Only where nothing can be meant but that: an
/// annex shares the number of its letter, papers of the Eerste Kamer are lettered, and of two
/// dossiers the number belongs to one. The identifier under which the document was published, where
/// it is at hand, is the better witness.
std::optional<std::string> kamerstuk_of(const Expansion& expansion,
                                        const std::vector<DossierLink>& dossiers) {
  const Fields& owner = expansion.owner_piece.fields;
  if (expansion.property != "Kamerstukdossier" || expansion.owner_type.name != "Document") {
    return std::nullopt;
  }
  if (expansion.parts.size() != 1 || dossiers.size() != 1 || owner.volgnummer.empty() ||
      owner.soort.starts_with("Bijlage") || number_in(expansion.owner, "Kamer") == "1") {
    return std::nullopt;
  }
  const json version = expansion.owner.value("HuidigeDocumentVersie", json());
  if (!text_in(version, "ExterneIdentifier").empty()) return std::nullopt;
  const std::string id = PublicationId::kamerstuk(dossiers.front().nummer, owner.volgnummer).text();
  return PublicationId::parse(id) ? std::optional(id) : std::nullopt;
}

}  // namespace

const EntityType* type_in(const EntityType& owner, std::string_view property) {
  if (property == "BijlageDocument" || property == "BronDocument") return entity_named("Document");
  if (property == "HuidigeDocumentVersie") return entity_named("DocumentVersie");
  if (property == "GerelateerdNaar" || property == "GerelateerdVanuit" ||
      property == "VervangenDoor" || property == "VervangenVanuit" || property == "VoortgezetIn" ||
      property == "VoortgezetVanuit") {
    return entity_named(owner.name);
  }
  return entity_named(property);
}

std::optional<Piece> relation_on_owner(const Expansion& expansion) {
  const auto found =
      std::ranges::find(owner_relations, expansion.property, &OwnerRelation::property);
  if (found == owner_relations.end() || !says_something(expansion.owner_type, expansion.property)) {
    return std::nullopt;
  }
  Piece piece = relation(expansion, expansion.owner_type.kind, guid_in(expansion.owner, "Id"));
  found->read(expansion.parts, piece.fields);
  if (auto kamerstuk = kamerstuk_of(expansion, piece.fields.dossiers)) {
    piece.keys.push_back(*std::move(kamerstuk));
    std::ranges::sort(piece.keys);
  }
  return piece;
}

std::optional<Piece> relation_on_part(const Expansion& expansion, const Piece& part) {
  const EntityType& owner = expansion.owner_type;
  const std::string& number = expansion.owner_piece.fields.documentNummer;
  Piece piece = relation(expansion, part.kind, part.name.substr(part.name.find('/') + 1));
  if (owner.kind == Kind::zaak && part.kind != Kind::zaak) {
    if (number.empty()) return std::nullopt;
    piece.fields.zaken = {number};
  } else if (expansion.property == "BijlageDocument") {
    if (number.empty()) return std::nullopt;
    piece.fields.bronDocument = number;
  } else if ((owner.kind == Kind::activiteit && part.kind == Kind::agendapunt) ||
             (owner.kind == Kind::agendapunt && part.kind == Kind::besluit) ||
             (owner.kind == Kind::besluit && part.kind == Kind::stemming)) {
    piece.fields.kenmerken.emplace(kenmerk_name(owner.name) + "_Id",
                                   guid_in(expansion.owner, "Id"));
  } else {
    return std::nullopt;
  }
  return piece;
}

}  // namespace kamerzoek
