#include "corpus/formats/official_xml.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/publication_body.hpp"
#include "corpus/formats/publication_fields.hpp"
#include "corpus/formats/publication_metadata.hpp"
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
  const PublicationMetadata metadata(child(publication, "metadata"));
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
  take_publication(*id, metadata, piece.fields);
  set_keys(*id, metadata, piece);
  sink.piece(std::move(piece));
  return {};
}

}  // namespace kamerzoek
