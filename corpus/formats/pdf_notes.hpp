#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/formats/broken_words.hpp"
#include "corpus/formats/pdf_lines.hpp"

namespace kamerzoek {

/// Text of the notes by their numbers.
using PdfNotes = std::map<std::string, std::string, std::less<>>;

/// Takes the notes at the foot of a page out of its lines: all lines from the first that begins
/// with a superscript number. `broken` knows the words of the document.
PdfNotes take_notes_of_page(std::vector<PdfLine>& lines, const BrokenWords& broken);

}  // namespace kamerzoek
