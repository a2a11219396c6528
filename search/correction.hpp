#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/word_table.hpp"

namespace kamerzoek {

/// What somebody may have meant by a word, and how likely that is: the logarithm of how many
/// documents have it, less what the slip costs.
struct Correction {
  std::string word;
  double score = 0;
};

/// The words that `typed` may be a slip of, likeliest first, at most `limit`: words of the table
/// near to it (near_words.hpp, weighed by edit_cost.hpp), and compounds of two of them of which one
/// is near to a part of it, be the compound itself known or not. None where the word as it is, of
/// which there are `documents`, or as a compound of known words, is likelier than any other; and
/// none for a word of the dictionary, or one with anything else than letters from a to z and
/// apostrophes. `typed` is a word as the analyser yields it. Any thread.
std::vector<Correction> corrections(const WordTable& words, std::string_view typed,
                                    std::size_t documents, std::size_t limit);

/// Two words that somebody may have written as one (`opzee`), those that are both frequent first,
/// at most `limit`; whether they stand side by side anywhere, the table cannot tell. Any thread.
std::vector<std::pair<std::string, std::string>> apart(const WordTable& words,
                                                       std::string_view typed, std::size_t limit);

/// What one slip takes from the score of a word.
inline constexpr double cost_of_slip = 9;

}  // namespace kamerzoek
