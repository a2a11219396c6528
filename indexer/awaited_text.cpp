#include "indexer/awaited_text.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "corpus/model/identifiers.hpp"
#include "corpus/model/merge.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view document_prefix = "Document/";
constexpr std::string_view version_prefix = "DocumentVersie/";
constexpr const char* version_name = "tekstVersie";
constexpr const char* reason_name = "zonderTekst";

std::string kenmerk(const Piece& piece, const char* name) {
  const auto found = piece.fields.kenmerken.find(name);
  return found == piece.fields.kenmerken.end() ? std::string{} : found->second;
}

/// The latest living piece of the service with a name of this form, "<prefix><guid>".
const Piece* latest(const Record& record, std::string_view prefix) {
  const Piece* found = nullptr;
  for (const Piece& piece : record.pieces) {
    const bool fits = piece.source == Source::odata && !piece.withdrawn &&
                      piece.name.starts_with(prefix) &&
                      piece.name.find('/', prefix.size()) == std::string::npos;
    if (fits && (found == nullptr || found->stamp < piece.stamp)) found = &piece;
  }
  return found;
}

/// The address of the XML among those of a publication, a line each.
std::string xml_among(const std::string& addresses, const std::string& publication) {
  const std::string ending = "/" + publication + ".xml";
  for (std::size_t begin = 0; begin < addresses.size();) {
    const std::size_t end = std::min(addresses.find('\n', begin), addresses.size());
    std::string address = addresses.substr(begin, end - begin);
    if (address.ends_with(ending)) return address;
    begin = end + 1;
  }
  return {};
}

/// Where the repository keeps the XML of a kamerstuk. The service names that for one in five
/// motions; of the others it has the identifier only.
std::string usual_address(const std::string& publication) {
  const auto id = PublicationId::parse(publication);
  if (!id || id->family != PublicationId::Family::kst || !id->dossier || !id->jaar.empty())
    return {};
  return "https://repository.overheid.nl/frbr/officielepublicaties/kst/" + id->dossier->text() +
         "/" + publication + "/1/xml/" + publication + ".xml";
}

std::string name_of_text(const std::string& guid) {
  return std::string(document_prefix) + guid + "/tekst";
}

}  // namespace

std::optional<AwaitedText> awaited_text(const Record& record) {
  if (record.kind != Kind::document || withdrawn(record)) return std::nullopt;
  const Piece* document = latest(record, document_prefix);
  if (document == nullptr) return std::nullopt;
  AwaitedText awaited;
  awaited.guid = document->name.substr(document_prefix.size());
  awaited.number = document->fields.documentNummer;
  awaited.stamp = document->stamp;
  if (const Piece* version = latest(record, version_prefix)) {
    awaited.stamp = std::max(awaited.stamp, version->stamp);
    awaited.publication = kenmerk(*version, "externeIdentifier");
    if (!awaited.publication.empty()) {
      awaited.xml = xml_among(kenmerk(*version, "publicaties"), awaited.publication);
      if (awaited.xml.empty()) awaited.xml = usual_address(awaited.publication);
    }
    awaited.version = version->name.substr(version_prefix.size());
  }
  const std::string size = kenmerk(*document, "contentLength");
  std::from_chars(size.data(), size.data() + size.size(), awaited.size);
  awaited.version += "/" + size + (awaited.xml.empty() ? "" : "/xml");

  const Piece* of_text = piece_of_text(record);
  if (of_text != nullptr && of_text->source != Source::odata) return std::nullopt;
  const auto held = std::ranges::find(record.pieces, name_of_text(awaited.guid), &Piece::name);
  if (held == record.pieces.end() || kenmerk(*held, version_name) != awaited.version) {
    return awaited;
  }
  awaited.reason = kenmerk(*held, reason_name);
  return awaited.reason.empty() ? std::nullopt : std::optional(std::move(awaited));
}

Piece text_piece(const AwaitedText& awaited, Fields text, const std::string& reason) {
  Piece piece;
  piece.source = Source::odata;
  piece.name = name_of_text(awaited.guid);
  piece.keys = {awaited.guid};
  piece.stamp = awaited.stamp;
  piece.fields.tekst = std::move(text.tekst);
  piece.fields.marks = std::move(text.marks);
  piece.fields.noten = std::move(text.noten);
  piece.fields.kenmerken[version_name] = awaited.version;
  if (!reason.empty()) piece.fields.kenmerken[reason_name] = reason;
  return piece;
}

}  // namespace kamerzoek
