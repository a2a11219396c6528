#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "search/word_table.hpp"

namespace kamerzoek {

/// A word close to what was typed.
struct NearWord {
  WordTable::Place word = 0;
  std::size_t typed = 0;  ///< bytes of the text that it stands for
  unsigned distance = 0;
};

/// The words of the table within `most` edits of the whole text: a letter too much, too few or
/// another, or two neighbours swapped (restricted Damerau-Levenshtein distance). In the table's
/// order. A text of more than 64 bytes has none, nor have more than three edits. Takes about a
/// millisecond for two edits in a million words. Any thread.
std::vector<NearWord> near_words(const WordTable& table, std::string_view text, unsigned most);

/// The same for every beginning of the text of at least `shortest` bytes: words that it may begin
/// with.
std::vector<NearWord> near_beginnings(const WordTable& table, std::string_view text,
                                      std::size_t shortest, unsigned most);

}  // namespace kamerzoek
