#include <algorithm>
#include <string>
#include <vector>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/pdf_text.hpp"
#include "corpus/formats/text_lines.hpp"
#include "tests/fuzz/invariants.hpp"

// Words at any place on any page, without the PDF around them: of every word the first two bytes
// say where it stands, the next how it is set, then how long it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kamerzoek;
  std::vector<PdfPage> pages(1, PdfPage{800, {}});
  std::size_t at = 0;
  while (at + 4 < size && pages.size() < 50) {
    const double left = data[at] * 2.0;
    const double top = data[at + 1] * 3.0;
    const std::uint8_t set = data[at + 2];
    const std::size_t length = std::min<std::size_t>(data[at + 3] % 16 + 1, size - at - 4);
    const auto text = fuzz::as_text(data + at + 4, length);
    at += 4 + length;
    if ((set & 0x80U) != 0) pages.push_back({800, {}});
    if (first_invalid_utf8(text) != std::string_view::npos || collapsed(text).empty()) continue;
    const double type = 4.0 + (set & 0x0FU);
    pages.back().words.push_back({std::string(text), left, top,
                                  left + static_cast<double>(length) * type / 2, top + type, type,
                                  (set & 0x10U) != 0, (set & 0x20U) != 0});
  }
  const Input input{{}, "file:///verzonnen/bestand"};
  fuzz::check(document_piece(Source::pdf, input, text_of_pages(pages)));
  return 0;
}
