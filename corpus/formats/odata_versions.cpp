#include <algorithm>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "corpus/formats/odata_relations.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

/// The addresses of the publications, a line each.
std::string publications(const json& version) {
  const auto list = version.find("DocumentPublicatie");
  if (list == version.end() || !list->is_array()) return {};
  std::string urls;
  for (const json& publication : *list) {
    const std::string url = text_in(publication, "Url");
    if (url.empty() || is_withdrawn(publication)) continue;
    if (!urls.empty()) urls += '\n';
    urls += url;
  }
  return urls;
}

void add_kenmerk(const char* name, std::string value, Fields& into) {
  if (!value.empty()) into.kenmerken.emplace(name, std::move(value));
}

Fields version_fields(const json& version) {
  Fields fields;
  fields.versie = number_in(version, "Versienummer");
  add_kenmerk("extensie", text_in(version, "Extensie"), fields);
  add_kenmerk("status", text_in(version, "Status"), fields);
  add_kenmerk("externeIdentifier", text_in(version, "ExterneIdentifier"), fields);
  add_kenmerk("publicaties", publications(version), fields);
  return fields;
}

std::int64_t version_number(const json& version) {
  const auto found = version.find("Versienummer");
  return found != version.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

}  // namespace

Result<Piece> read_version(const json& version, const std::string& document) {
  if (!version.is_object()) return failure(ErrorCode::unreadable, "geen JSON-object");
  const std::string guid = guid_in(version, "Id");
  if (guid.empty()) return failure(ErrorCode::unreadable, "zonder geldige 'Id'");
  Piece piece;
  piece.kind = Kind::document;
  piece.source = Source::odata;
  piece.name = "DocumentVersie/" + guid;
  // Its own GUID as well, so that its withdrawal, which takes along whatever shares a key with it,
  // reaches the version and not the document.
  piece.keys = {guid};
  piece.stamp = stamp_of(version);
  piece.withdrawn = is_withdrawn(version);
  if (piece.withdrawn) return piece;

  const std::string named = guid_in(version, "Document_Id");
  const std::string& owner = named.empty() ? document : named;
  if (owner.empty()) return failure(ErrorCode::unreadable, "een versie zonder 'Document_Id'");
  if (owner != guid) piece.keys.push_back(owner);
  if (auto id = PublicationId::parse(text_in(version, "ExterneIdentifier"))) {
    piece.keys.push_back(id->text());
  }
  std::ranges::sort(piece.keys);
  piece.fields = version_fields(version);
  return piece;
}

const json* current_version(const json& document, const std::vector<const json*>& versions) {
  const std::string named = guid_in(document, "HuidigeDocumentVersie_Id");
  const json* latest = nullptr;
  for (const json* version : versions) {
    if (!named.empty() && guid_in(*version, "Id") == named) return version;
    if (latest == nullptr || version_number(*version) > version_number(*latest)) latest = version;
  }
  return latest;
}

}  // namespace kamerzoek
