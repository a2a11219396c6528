#pragma once

#include <string>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// Takes the notes out of the lines of an OpenTK page's text, below which they stand; each ends in
/// an arrow back to its mark, and may run over several lines. Numbered as they stand, without a
/// place: that is where the mark is (note_marks.hpp).
std::vector<Noot> take_opentk_notes(std::vector<std::string>& lines);

}  // namespace kamerzoek
