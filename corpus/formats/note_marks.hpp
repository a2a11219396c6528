#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kamerzoek {

/// Word processors leave the marks of footnotes as digits glued to the word before them
/// ("uitgebracht.1", "Plas2", "24 november 20232"). Takes the marks of notes 1 to `count` out of
/// `text` and says for each where it stood; nothing for a note whose mark is not found, whose
/// digits, if any, then stay. The marks taken are the longest series that rises through the text,
/// so that a stray digit costs one mark at most. Near-linear in the text.
std::vector<std::optional<std::size_t>> take_out_note_marks(std::string& text, std::size_t count);

}  // namespace kamerzoek
