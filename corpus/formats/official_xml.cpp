#include "corpus/formats/official_xml.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/publication_body.hpp"
#include "corpus/formats/publication_metadata.hpp"
#include "corpus/formats/stuk_soort.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {
namespace {

using Family = PublicationId::Family;

const xmlNode* body_of(const xmlNode& publication) {
  for (const xmlNode* node = publication.children; node != nullptr; node = node->next) {
    if (is_element(*node) && element_name(*node) != "metadata") return node;
  }
  return nullptr;
}

void read_body(const xmlNode& body, Fields& fields) {
  if (element_name(body) == "kamerstuk") return read_kamerstuk(body, fields);
  if (element_name(body) == "handelingen") return read_handelingen(body, fields);
  read_other_body(body, fields);
}

// The Aanhangsel's own numbering, under which answers are cited; their identifier may be another
// (ah-1151601).
std::optional<PublicationId> aanhangsel_number(const PublicationMetadata& metadata) {
  const auto jaar = Vergaderjaar::parse(metadata.first("OVERHEIDop.vergaderjaar"));
  const std::string nummer = metadata.first("OVERHEIDop.aanhangselNummer");
  if (!jaar || nummer.empty()) return std::nullopt;
  return PublicationId::parse(fmt::format("ah-tk-{}-{}", jaar->compact(), nummer));
}

// From the dossier and number in the text, as publishers do; else from the question's number.
std::optional<PublicationId> identifier_of_body(const Fields& fields,
                                                const PublicationMetadata& metadata) {
  if (!fields.dossiers.empty() && !fields.volgnummer.empty()) {
    const auto id = PublicationId::kamerstuk(fields.dossiers.front().nummer, fields.volgnummer);
    return PublicationId::parse(id.text());
  }
  if (auto id = aanhangsel_number(metadata)) return id;
  const std::string vraag = metadata.first("OVERHEIDop.vraagnummer");
  return vraag.empty() ? std::nullopt : PublicationId::parse("kv-tk-" + vraag);
}

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

void set_keys(const PublicationId& id, const PublicationMetadata& metadata, Piece& piece) {
  piece.name = id.text();
  piece.keys = {piece.name};
  if (const auto number = metadata.document_number()) {
    piece.keys.push_back(number->text());
    piece.fields.documentNummer = number->text();
  }
  if (id.family == Family::ah) {
    if (const auto other = aanhangsel_number(metadata)) piece.keys.push_back(other->text());
  }
  std::ranges::sort(piece.keys);
  piece.keys.erase(std::unique(piece.keys.begin(), piece.keys.end()), piece.keys.end());
}

}  // namespace

Result<void> read_official_xml(const Input& input, const Sink& sink) {
  const auto document = XmlDocument::parse(input.bytes);
  if (!document) return tl::unexpected(document.error());
  const xmlNode& publication = document->root();
  if (element_name(publication) != "officiele-publicatie") {
    return failure(ErrorCode::unreadable, fmt::format("het hoofdelement van de XML is <{}> en niet "
                                                      "<officiele-publicatie>",
                                                      element_name(publication)));
  }
  const xmlNode* body = body_of(publication);
  if (body == nullptr) {
    return failure(ErrorCode::unreadable, "de publicatie heeft geen inhoud naast haar metadata");
  }
  const PublicationMetadata metadata(publication);
  Piece piece;
  piece.source = Source::official_xml;
  piece.origin = input.origin;
  read_body(*body, piece.fields);
  auto id = metadata.identifier();
  if (!id) id = identifier_of_body(piece.fields, metadata);
  if (!id) {
    return failure(ErrorCode::unreadable,
                   fmt::format("de publicatie noemt haar nummer niet: niet in de metadata en niet "
                               "in <{}>",
                               element_name(*body)));
  }
  put_first_dossier(*id, metadata, piece.fields);
  set_soort(*id, metadata, piece.fields);
  metadata.complete(piece.fields);
  if (const auto jaar = Vergaderjaar::parse(id->jaar); jaar && piece.fields.vergaderjaar.empty()) {
    piece.fields.vergaderjaar = jaar->text();
  }
  set_keys(*id, metadata, piece);
  sink.piece(std::move(piece));
  return {};
}

}  // namespace kamerzoek
