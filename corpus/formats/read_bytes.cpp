#include "corpus/formats/read_bytes.hpp"

#include <sstream>
#include <string>

#include <fmt/format.h>

#include "corpus/formats/html.hpp"
#include "corpus/formats/json_lines.hpp"
#include "corpus/formats/odata.hpp"
#include "corpus/formats/official_xml.hpp"
#include "corpus/formats/opentk.hpp"
#include "corpus/formats/package.hpp"
#include "corpus/formats/pdf.hpp"
#include "corpus/formats/pdf_pages.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/sniff.hpp"
#include "corpus/formats/word_97.hpp"
#include "corpus/formats/zip_archive.hpp"

namespace kamerzoek {

Result<void> read_bytes(const Input& input, const Sink& sink) {
  if (input.made_of == Format::rtf) return read_html_of_rtf(input, sink);
  if (input.made_of == Format::word_97) return read_text_of_word_97(input, sink);
  const auto format = sniff(input.bytes.substr(0, sniffed_bytes));
  if (!format) return tl::unexpected(format.error());
  switch (*format) {
    case Format::official_xml:
      return read_official_xml(input, sink);
    case Format::vlos_xml:
      return read_vlos_xml(input, sink);
    case Format::odata:
      return read_odata(input, sink);
    case Format::json_lines: {
      std::istringstream lines{std::string(input.bytes)};
      return read_json_lines(lines, sink);
    }
    case Format::opentk_text:
      return read_opentk_text(input, sink);
    case Format::opentk_html:
      return read_opentk_html(input, sink);
    case Format::html:
      return read_html(input, sink);
    case Format::word_97:
    case Format::rtf:
      return failure(ErrorCode::unreadable, "een Word- of RTF-bestand dat nog moet worden omgezet",
                     "zet het los in een map: in een zip-bestand wordt het niet gelezen");
    case Format::package:
      return read_package(input, sink);
    case Format::pdf:
      return read_pdf(input, sink);
    case Format::plain_text:
      break;
  }
  return read_plain_text(input, sink);
}

std::string reader_version() {
  // To be raised whenever a reader reads what it did not, or refuses what it read.
  constexpr int version = 2;
  return fmt::format("{}, {}, {}", version, pdf_library(), zip_library());
}

void prepare_to_read() {
  prepare_pdf_pages();
}

}  // namespace kamerzoek
