#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/docx_text.hpp"
#include "corpus/formats/xml_stream.hpp"
#include "tests/fuzz/invariants.hpp"

// Without the ZIP around it, whose checksums keep a fuzzer out: the input is the document, and the
// styles, numbering and notes of it as well.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kamerzoek;
  const auto xml = fuzz::as_text(data, size);
  DocxStyles styles;
  DocxNumbering numbering;
  DocxText::Notes notes;
  static_cast<void>(for_each_child(xml, "styles", [&](const xmlNode& e) { styles.add(e); }));
  static_cast<void>(for_each_child(xml, "numbering", [&](const xmlNode& e) { numbering.add(e); }));
  static_cast<void>(for_each_child(xml, "footnotes", [&](const xmlNode& note) {
    notes.emplace(attribute(note, "id"), DocxText::note_text(note));
  }));
  DocxText text(std::move(styles), std::move(numbering), notes, notes);
  static_cast<void>(for_each_child(xml, "body", [&](const xmlNode& block) { text.add(block); }));
  Fields fields;
  text.text().finish(fields);
  fuzz::check(document_piece(Source::docx, {xml, "file:///verzonnen/bestand"}, std::move(fields)));
  return 0;
}
