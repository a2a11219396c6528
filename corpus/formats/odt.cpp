#include "corpus/formats/odt.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/document_properties.hpp"
#include "corpus/formats/odt_lists.hpp"
#include "corpus/formats/odt_text.hpp"
#include "corpus/formats/xml_stream.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view kind_part = "mimetype";
constexpr std::string_view kind_of_text = "application/vnd.oasis.opendocument.text";
constexpr std::string_view manifest_part = "META-INF/manifest.xml";
constexpr std::string_view text_part = "content.xml";
constexpr std::string_view styles_part = "styles.xml";
constexpr std::string_view properties_part = "meta.xml";

bool has(const ZipArchive& archive, std::string_view part) {
  return std::ranges::find(archive.names(), part) != archive.names().end();
}

Error in_part(std::string_view part, Error error) {
  error.message = fmt::format("{} in het OpenDocument-bestand: {}", part, error.message);
  return error;
}

// The parts are encrypted, and the archive knows nothing of it.
bool is_encrypted(ZipArchive& archive) {
  const auto manifest = has(archive, manifest_part) ? archive.read(manifest_part)
                                                    : Result<std::string>(std::string());
  bool encrypted = false;
  if (!manifest || manifest->empty()) return encrypted;
  static_cast<void>(for_each_child(*manifest, "manifest", [&](const xmlNode& entry) {
    encrypted = encrypted || child(entry, "encryption-data") != nullptr;
  }));
  return encrypted;
}

Result<void> check_kind(ZipArchive& archive) {
  const auto kind = archive.read(kind_part);
  if (!kind) return tl::unexpected(kind.error());
  if (!kind->starts_with(kind_of_text)) {
    return failure(ErrorCode::unreadable, "een OpenDocument-bestand dat geen tekst is",
                   "sla het op als PDF");
  }
  if (is_encrypted(archive)) {
    return failure(ErrorCode::unreadable, "een OpenDocument-bestand met een wachtwoord",
                   "sla het zonder wachtwoord op");
  }
  return {};
}

Result<Fields> read_text(ZipArchive& archive) {
  OdtLists lists;
  const auto add_style = [&](const xmlNode& element) { lists.add_style(element); };
  if (has(archive, styles_part)) {
    const auto styles = archive.read(styles_part);
    if (!styles) return tl::unexpected(styles.error());
    auto read = for_each_child(*styles, "styles", add_style);
    if (!read) return tl::unexpected(in_part(styles_part, std::move(read.error())));
  }
  const auto content = archive.read(text_part);
  if (!content) return tl::unexpected(content.error());
  auto read = for_each_child(*content, "automatic-styles", add_style);
  OdtText text(std::move(lists));
  if (read) {
    read = for_each_child(*content, "body/text", [&](const xmlNode& block) { text.add(block); });
  }
  if (!read) return tl::unexpected(in_part(text_part, std::move(read.error())));
  Fields fields;
  text.text().finish(fields);
  return fields;
}

}  // namespace

bool is_open_document(const ZipArchive& archive) {
  // One of them may be missing of a damaged file, which is no archive of documents for that.
  const std::array parts = {kind_part, manifest_part, text_part};
  return std::ranges::count_if(parts, [&](auto part) { return has(archive, part); }) >= 2;
}

Result<void> read_odt(ZipArchive& archive, const Input& input, const Sink& sink) {
  if (auto kind = check_kind(archive); !kind) return kind;
  auto fields = read_text(archive);
  if (!fields) return tl::unexpected(std::move(fields.error()));
  if (fields->tekst.empty()) {
    return failure(ErrorCode::unreadable, "het OpenDocument-bestand bevat geen tekst");
  }
  if (has(archive, properties_part)) {
    const auto properties = archive.read(properties_part);
    if (properties) take_document_properties(*properties, "meta", fields->kenmerken);
  }
  sink.piece(document_piece(Source::odt, input, std::move(*fields)));
  return {};
}

}  // namespace kamerzoek
