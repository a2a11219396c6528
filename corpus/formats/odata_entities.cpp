#include "corpus/formats/odata_entities.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "corpus/formats/kamer_number.hpp"
#include "corpus/formats/odata_properties.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

constexpr std::array document_properties = {
    Property{"DocumentNummer", &Fields::documentNummer, Reading::text},
    Property{"Soort", &Fields::soort, Reading::text},
    Property{"Titel", &Fields::titel, Reading::text},
    Property{"Onderwerp", &Fields::onderwerp, Reading::text},
    Property{"Datum", &Fields::datum, Reading::date},
    Property{"Vergaderjaar", &Fields::vergaderjaar, Reading::text},
    Property{"Volgnummer", &Fields::volgnummer, Reading::ordinal},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array zaak_properties = {
    Property{"Nummer", &Fields::documentNummer, Reading::text},
    Property{"Soort", &Fields::soort, Reading::text},
    Property{"Titel", &Fields::titel, Reading::text},
    Property{"Onderwerp", &Fields::onderwerp, Reading::text},
    Property{"GestartOp", &Fields::datum, Reading::date},
    Property{"Vergaderjaar", &Fields::vergaderjaar, Reading::text},
    Property{"Volgnummer", &Fields::volgnummer, Reading::ordinal},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array activiteit_properties = {
    Property{"Nummer", &Fields::documentNummer, Reading::text},
    Property{"Soort", &Fields::soort, Reading::text},
    Property{"Onderwerp", &Fields::onderwerp, Reading::text},
    Property{"Datum", &Fields::datum, Reading::date},
    Property{"Vergaderjaar", &Fields::vergaderjaar, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array agendapunt_properties = {
    Property{"Nummer", &Fields::documentNummer, Reading::text},
    Property{"Onderwerp", &Fields::onderwerp, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array besluit_properties = {
    Property{"BesluitSoort", &Fields::soort, Reading::text},
    Property{"BesluitTekst", &Fields::onderwerp, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array stemming_properties = {
    Property{"Soort", &Fields::soort, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array vergadering_properties = {
    Property{"Soort", &Fields::soort, Reading::text},
    Property{"Titel", &Fields::onderwerp, Reading::text},
    Property{"Datum", &Fields::datum, Reading::date},
    Property{"Vergaderjaar", &Fields::vergaderjaar, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array persoon_properties = {
    Property{"Nummer", &Fields::documentNummer, Reading::number},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array fractie_properties = {
    Property{"Nummer", &Fields::documentNummer, Reading::number},
    Property{"NaamNL", &Fields::onderwerp, Reading::text},
    Property{"GewijzigdOp", &Fields::bijgewerkt, Reading::text},
};
constexpr std::array versie_properties = {
    Property{"Versienummer", &Fields::versie, Reading::number},
};

constexpr std::array types = {
    EntityType{"Document", Kind::document, "DocumentNummer", "Aanhangselnummer", NumberKey::as_is,
               document_properties},
    EntityType{"Zaak", Kind::zaak, "GestartOp", "HuidigeBehandelstatus", NumberKey::as_is,
               zaak_properties},
    EntityType{"Activiteit", Kind::activiteit, "DatumSoort", "Voortouwnaam", NumberKey::as_is,
               activiteit_properties},
    EntityType{"Agendapunt", Kind::agendapunt, "Rubriek", "Activiteit_Id", NumberKey::as_is,
               agendapunt_properties},
    EntityType{"Besluit", Kind::besluit, "BesluitTekst", "BesluitSoort", NumberKey::none,
               besluit_properties},
    EntityType{"Stemming", Kind::stemming, "FractieGrootte", "Vergissing", NumberKey::none,
               stemming_properties},
    EntityType{"Vergadering", Kind::vergadering, "VergaderingNummer", "Sluiting", NumberKey::none,
               vergadering_properties},
    EntityType{"Persoon", Kind::persoon, "Achternaam", "Roepnaam", NumberKey::with_name,
               persoon_properties},
    EntityType{"Fractie", Kind::fractie, "AantalZetels", "AantalStemmen", NumberKey::with_name,
               fractie_properties},
    EntityType{"DocumentVersie", Kind::document, "Versienummer", "ExterneIdentifier",
               NumberKey::none, versie_properties},
};

/// "Lilian Helder", "Caroline van der Plas".
std::string full_name(const json& persoon) {
  std::string name = text_in(persoon, "Roepnaam");
  if (name.empty()) name = text_in(persoon, "Initialen");
  for (const char* part : {"Tussenvoegsel", "Achternaam"}) {
    const std::string text = text_in(persoon, part);
    if (!name.empty() && !text.empty()) name += ' ';
    name += text;
  }
  return name;
}

/// "Roon de, R. (PVV)"; a fractie that votes as one carries its own name twice.
std::string voter(const json& stemming) {
  std::string name = text_in(stemming, "ActorNaam");
  const std::string fractie = text_in(stemming, "ActorFractie");
  if (!fractie.empty() && fractie != name) name += (name.empty() ? "(" : " (") + fractie + ")";
  return name;
}

/// The publication an answer became: Aanhangselnummer 242501244 is ah-tk-20242025-1244. Its first
/// four digits are the vergaderjaar; where they are not, the number means something else.
std::optional<std::string> aanhangsel(const Fields& fields) {
  const auto found = fields.kenmerken.find("aanhangselnummer");
  const auto year = Vergaderjaar::parse(fields.vergaderjaar);
  if (found == fields.kenmerken.end() || !year) return std::nullopt;
  if (!fields.soort.starts_with("Antwoord schriftelijke vragen") &&
      fields.soort != "Mededeling (uitstel antwoord)") {
    return std::nullopt;
  }
  const std::string& number = found->second;
  const std::string compact = year->compact();
  if (number.size() != 9 || number.substr(0, 4) != compact.substr(2, 2) + compact.substr(6, 2)) {
    return std::nullopt;
  }
  const std::size_t first = number.find_first_not_of('0', 4);
  if (first == std::string::npos) return std::nullopt;
  const auto id = PublicationId::parse("ah-tk-" + compact + "-" + number.substr(first));
  return id ? std::optional(id->text()) : std::nullopt;
}

/// Zaken from before 2008 have nine digits for a number.
bool is_old_zaak_number(std::string_view text) {
  return text.size() == 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void add_number_key(const EntityType& type, Piece& piece) {
  const std::string& number = piece.fields.documentNummer;
  if (type.number_key == NumberKey::as_is) {
    if (is_kamer_number(number) || (type.kind == Kind::zaak && is_old_zaak_number(number))) {
      piece.keys.push_back(number);
    }
  } else if (type.number_key == NumberKey::with_name && !number.empty()) {
    std::string key(name_of(type.kind));
    piece.keys.push_back(key += "-" + number);
  }
}

void add_derived(const EntityType& type, const json& object, Piece& piece) {
  Fields& fields = piece.fields;
  if (type.kind == Kind::persoon) fields.onderwerp = full_name(object);
  if (type.kind == Kind::stemming) fields.onderwerp = voter(object);
  // A planned item has no Datum before the day is fixed, an agenda item never has.
  if (type.kind == Kind::activiteit || type.kind == Kind::agendapunt) {
    if (fields.datum.empty()) fields.datum = date_in(object, "Aanvangstijd");
  }
  add_number_key(type, piece);
  if (type.kind == Kind::document) {
    if (auto publication = aanhangsel(fields)) piece.keys.push_back(*std::move(publication));
  }
}

}  // namespace

const EntityType* entity_named(std::string_view name) {
  const auto found = std::ranges::find(types, name, &EntityType::name);
  return found == types.end() ? nullptr : &*found;
}

const EntityType* entity_of(const json& object) {
  if (!object.is_object()) return nullptr;
  const auto found = std::ranges::find_if(types, [&](const EntityType& type) {
    return object.contains(type.own_property) || object.contains(type.other_own_property);
  });
  return found == types.end() ? nullptr : &*found;
}

Result<Piece> read_entity(const EntityType& type, const json& object) {
  if (!object.is_object()) return failure(ErrorCode::unreadable, "geen JSON-object");
  const std::string guid = guid_in(object, "Id");
  if (guid.empty()) {
    return failure(ErrorCode::unreadable,
                   object.contains("Id") ? "'Id' is geen GUID" : "zonder 'Id'");
  }
  Piece piece;
  piece.kind = type.kind;
  piece.source = Source::odata;
  piece.name = std::string(type.name) + "/" + guid;
  piece.keys = {guid};
  piece.stamp = stamp_of(object);
  piece.withdrawn = is_withdrawn(object);
  if (piece.withdrawn) return piece;
  if (auto error = read_properties(type.properties, object, piece.fields)) {
    return tl::unexpected(*std::move(error));
  }
  add_derived(type, object, piece);
  std::ranges::sort(piece.keys);
  return piece;
}

}  // namespace kamerzoek
