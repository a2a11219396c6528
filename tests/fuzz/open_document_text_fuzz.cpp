#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/odt_lists.hpp"
#include "corpus/formats/odt_text.hpp"
#include "corpus/formats/xml_stream.hpp"
#include "tests/fuzz/invariants.hpp"

// Without the ZIP around it, whose checksums keep a fuzzer out: the input is content.xml.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kamerzoek;
  const auto xml = fuzz::as_text(data, size);
  OdtLists lists;
  static_cast<void>(
      for_each_child(xml, "automatic-styles", [&](const xmlNode& e) { lists.add_style(e); }));
  OdtText text(std::move(lists));
  static_cast<void>(for_each_child(xml, "body/text", [&](const xmlNode& e) { text.add(e); }));
  Fields fields;
  text.text().finish(fields);
  fuzz::check(document_piece(Source::odt, {xml, "file:///verzonnen/bestand"}, std::move(fields)));
  return 0;
}
