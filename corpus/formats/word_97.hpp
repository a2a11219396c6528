#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// The text antiword made of a Word file of before 2007: a paragraph a line, the marks of notes in
/// brackets and the notes below a dashed line, the cells of a row between bars. `input.origin` is
/// the file. Headings are paragraphs like others there.
Result<void> read_text_of_word_97(const Input& input, const Sink& sink);

}  // namespace kamerzoek
