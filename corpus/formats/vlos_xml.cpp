#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/official_xml.hpp"
#include "corpus/formats/speakers.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/xml_document.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

std::string line_of_child(const xmlNode& element, std::string_view name) {
  const xmlNode* found = child(element, name);
  return found == nullptr ? std::string() : line_of(*found);
}

bool has_bold(const xmlNode& element) {
  const xmlNode* nadruk = child(element, "nadruk");
  return nadruk != nullptr && ascii_lower(attribute(*nadruk, "type")) == "vet";
}

// What a report says stands in its <tekst> elements; around them are times, numbers and lists of
// people. Who is going to speak is the first line of a paragraph: a name in bold and a colon.
class Report {
 public:
  void read(const xmlNode& vergadering) {
    const xmlNode* node = next_node(vergadering, vergadering);
    while (node != nullptr) {
      const std::string_view name = is_element(*node) ? element_name(*node) : "";
      const bool done =
          name == "tekst" || name == "sprekers" || name == "zaken" || name == "spreker";
      if (name == "activiteit") begin_activity(*node);
      if (name == "spreker") speakers_.add_vlos(*node);
      if (name == "tekst") read_tekst(*node);
      node = next_node(*node, vergadering, done);
    }
  }

  void finish(Fields& fields) {
    text_.finish(fields);
    fields.actoren = speakers_.take();
  }

 private:
  void begin_activity(const xmlNode& activity) {
    heading_ = line_of_child(activity, "titel");
    if (!heading_.empty()) text_.heading(heading_);
  }

  void read_tekst(const xmlNode& tekst) {
    add_text(text_, tekst, [this](const xmlNode& element, TextBuilder& out) {
      if (element_name(element) != "alineaitem") return false;
      std::string line = line_of(element);
      // Every activity repeats its title as its first paragraph, many as their second too.
      if (line == heading_) return true;
      if (!line.ends_with(':') || !has_bold(element)) return false;
      line.pop_back();
      out.heading(line);
      return true;
    });
  }

  TextBuilder text_;
  Speakers speakers_;
  std::string heading_;
};

}  // namespace

Result<void> read_vlos_xml(const Input& input, const Sink& sink) {
  const auto document = XmlDocument::parse(input.bytes);
  if (!document) return tl::unexpected(document.error());
  const xmlNode& root = document->root();
  const xmlNode* vergadering = child(root, "vergadering");
  if (element_name(root) != "vlosCoreDocument" || vergadering == nullptr) {
    return failure(ErrorCode::unreadable,
                   fmt::format("de XML (<{}>) is geen verslag van een vergadering: er is geen "
                               "<vlosCoreDocument> met een <vergadering>",
                               element_name(root)));
  }
  const std::string object = ascii_lower(attribute(*vergadering, "objectid"));
  if (object.empty()) {
    return failure(ErrorCode::unreadable, "de <vergadering> in het verslag heeft geen objectid");
  }
  Piece piece;
  piece.source = Source::official_xml;
  piece.origin = input.origin;
  piece.name = "vlos-" + object;
  piece.keys = {piece.name};
  Fields& fields = piece.fields;
  fields.soort = "Stenogram";
  fields.titel = line_of_child(*vergadering, "titel");
  fields.onderwerp = fields.titel;
  fields.datum = iso_date_of(line_of_child(*vergadering, "datum"));
  if (const auto jaar = Vergaderjaar::parse(line_of_child(*vergadering, "vergaderjaar"))) {
    fields.vergaderjaar = jaar->text();
  }
  if (std::string status = attribute(root, "status"); !status.empty()) {
    fields.kenmerken["status"] = std::move(status);
  }
  Report report;
  report.read(*vergadering);
  report.finish(fields);
  sink.piece(std::move(piece));
  return {};
}

}  // namespace kamerzoek
