#include "corpus/formats/docx.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/document_properties.hpp"
#include "corpus/formats/docx_numbering.hpp"
#include "corpus/formats/docx_styles.hpp"
#include "corpus/formats/docx_text.hpp"
#include "corpus/formats/xml_stream.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view root_relations = "_rels/.rels";
constexpr std::string_view content_types = "[Content_Types].xml";

/// The parts another part points at, by the last word of the kind of relation ("styles").
using Relations = std::map<std::string, std::string, std::less<>>;
using EachChild = std::function<void(const xmlNode&)>;

std::string folder_of(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
}

// "word/_rels/document.xml.rels" of "word/document.xml".
std::string relations_part(std::string_view part) {
  const std::string folder = folder_of(part);
  return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

Result<void> read_part(ZipArchive& archive, std::string_view part, std::string_view parent,
                       const EachChild& each) {
  const auto xml = archive.read(part);
  if (!xml) return tl::unexpected(xml.error());
  return for_each_child(*xml, parent, each).map_error([&](Error error) {
    error.message = fmt::format("{} in het Word-bestand: {}", part, error.message);
    return error;
  });
}

Result<Relations> relations_of(ZipArchive& archive, std::string_view part) {
  Relations relations;
  const std::string folder = folder_of(part);
  const auto add = [&](const xmlNode& relation) {
    if (attribute(relation, "TargetMode") == "External") return;
    const std::string type = attribute(relation, "Type");
    const std::string target = attribute(relation, "Target");
    relations.emplace(type.substr(type.rfind('/') + 1),
                      target.starts_with('/') ? target.substr(1) : folder + target);
  };
  const std::string name = part.empty() ? std::string(root_relations) : relations_part(part);
  auto read = read_part(archive, name, "Relationships", add);
  if (!read) return tl::unexpected(std::move(read.error()));
  return relations;
}

class Package {
 public:
  explicit Package(ZipArchive& archive) : archive_(archive) {}

  Result<void> open() {
    auto root = relations_of(archive_, {});
    if (!root) return tl::unexpected(std::move(root.error()));
    root_ = std::move(*root);
    main_ = root_["officeDocument"];
    if (main_.empty()) return failure(ErrorCode::unreadable, "het Word-bestand noemt geen tekst");
    if (main_.starts_with("xl/") || main_.starts_with("ppt/")) {
      const bool sheet = main_.starts_with("xl/");
      return failure(ErrorCode::unreadable,
                     fmt::format("een {} wordt niet gelezen",
                                 sheet ? "Excel-bestand (.xlsx)" : "PowerPoint-bestand (.pptx)"),
                     "sla het op als PDF of als Word-bestand");
    }
    // A document that points at nothing has no such part.
    if (!has(relations_part(main_))) return {};
    auto parts = relations_of(archive_, main_);
    if (!parts) return tl::unexpected(std::move(parts.error()));
    parts_ = std::move(*parts);
    return {};
  }

  Result<Fields> read() {
    DocxStyles styles;
    DocxNumbering numbering;
    DocxText::Notes footnotes;
    DocxText::Notes endnotes;
    auto done = optional("styles", [&](const xmlNode& style) { styles.add(style); });
    if (done) done = optional("numbering", [&](const xmlNode& list) { numbering.add(list); });
    if (done) done = notes("footnotes", footnotes);
    if (done) done = notes("endnotes", endnotes);
    if (!done) return tl::unexpected(std::move(done.error()));
    DocxText text(std::move(styles), std::move(numbering), std::move(footnotes),
                  std::move(endnotes));
    done = read_part(archive_, main_, "body", [&](const xmlNode& block) { text.add(block); });
    if (!done) return tl::unexpected(std::move(done.error()));
    Fields fields;
    text.text().finish(fields);
    return fields;
  }

  void properties(std::map<std::string, std::string>& into) {
    const auto part = root_.find("core-properties");
    if (part == root_.end() || !has(part->second)) return;
    const auto xml = archive_.read(part->second);
    if (xml) take_document_properties(*xml, "coreProperties", into);
  }

 private:
  bool has(std::string_view part) const {
    return std::ranges::find(archive_.names(), part) != archive_.names().end();
  }

  // Parts are named as what they hold: word/styles.xml has `w:styles`.
  Result<void> optional(std::string_view name, const EachChild& each) {
    const auto part = parts_.find(name);
    if (part == parts_.end() || !has(part->second)) return {};
    return read_part(archive_, part->second, name, each);
  }

  Result<void> notes(std::string_view kind, DocxText::Notes& into) {
    return optional(kind, [&](const xmlNode& note) {
      // Those with a type are the lines that Word draws above the notes.
      const std::string type = attribute(note, "type");
      if (!type.empty() && type != "normal") return;
      into.emplace(attribute(note, "id"), DocxText::note_text(note));
    });
  }

  ZipArchive& archive_;
  Relations root_;
  Relations parts_;
  std::string main_;
};

}  // namespace

bool is_office_document(const ZipArchive& archive) {
  // One of them may be missing of a damaged file, which is no archive of documents for that.
  return std::ranges::any_of(archive.names(), [](const std::string& name) {
    return name == root_relations || name == content_types;
  });
}

Result<void> read_docx(ZipArchive& archive, const Input& input, const Sink& sink) {
  Package package(archive);
  if (auto opened = package.open(); !opened) return opened;
  auto fields = package.read();
  if (!fields) return tl::unexpected(std::move(fields.error()));
  if (fields->tekst.empty()) {
    return failure(ErrorCode::unreadable, "het Word-bestand bevat geen tekst");
  }
  package.properties(fields->kenmerken);
  sink.piece(document_piece(Source::docx, input, std::move(*fields)));
  return {};
}

}  // namespace kamerzoek
