#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/pdf_pages.hpp"

namespace kamerzoek {

/// A line of print: words that stand beside each other.
struct PdfLine {
  std::vector<PdfWord> words;  ///< from the left; at least one
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  ///< of most of its characters

  bool bold() const;
};

/// The lines of a page: from the top, or column after column where running text is set in columns.
std::vector<PdfLine> lines_of_page(const PdfPage& page);

/// Takes running heads, feet and page numbers out: what stands at the top or bottom of many pages
/// and is the same but for its digits. `heights` are those of the pages.
void remove_running_lines(std::vector<std::vector<PdfLine>>& pages,
                          const std::vector<double>& heights);

/// Whether a word of the line is set as a superscript number.
bool is_superscript_number(const PdfLine& line, const PdfWord& word);

/// What stands between two words that follow each other in a line: nothing where they are one (a
/// capital is often set apart from its word: "T weede Kamer"), a space, or the edge of a cell.
enum class PdfGap { none, space, cell };
PdfGap gap_between(const PdfWord& word, const PdfWord& next);

/// The size most characters have; 0 where there are no lines.
double usual_size(const std::vector<std::vector<PdfLine>>& pages);

}  // namespace kamerzoek
