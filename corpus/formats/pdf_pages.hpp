#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// A word as it stands on its page. Lengths are points, from the left and from the top.
struct PdfWord {
  std::string text;  ///< UTF-8
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  ///< of its type
  bool bold = false;
  bool space_after = false;  ///< as far as the distance to the next word tells
};

struct PdfPage {
  double height = 0;
  std::vector<PdfWord> words;  ///< in the order of reading, as far as the library can tell
};

/// A report of 5,000 pages has not been seen; a page costs a millisecond and more.
inline constexpr std::size_t most_pdf_pages = 5'000;
/// Of the text of all pages. A page of print has some 4,000 bytes.
inline constexpr std::size_t most_pdf_text = std::size_t{64} << 20;

/// The pages of a PDF with the words that stand upright on them; pages without are pictures or
/// empty. Nothing the file points at is opened, and no script in it is run; but the library looks
/// for a font that is not in the file by the system's fontconfig, and reads that one's files. A
/// page that is damaged is empty. Fails for what is no PDF, damaged as a whole, locked by a
/// password, or too large. The library behind it is the largest here that reads hostile bytes: run
/// it where it may crash.
Result<std::vector<PdfPage>> pdf_pages(std::string_view bytes);

/// The library and its version.
std::string pdf_library();

/// Has the library look for all that it looks for on first use: conversions of characters, what
/// fonts there are. A process that can open no files any more would get no text without it.
void prepare_pdf_pages();

}  // namespace kamerzoek
