#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// A piece of a query between white space, parentheses and quotes.
struct QueryLexeme {
  enum class Kind { word, phrase, open, close, minus, end };

  Kind kind;
  std::string_view text;  ///< of a phrase without its quotes
  std::size_t position;   ///< in code points from 1
  /// A field name and its colon stand against this piece: `soort:"Brief regering"`.
  std::string_view field;
};

/// Cuts a query into lexemes; the last is always `end`. A quote that is never closed is dropped. A
/// minus counts only before a word that stands free. The lexemes point into `text`.
std::vector<QueryLexeme> lex_query(std::string_view text);

/// Number of words in the text, as far as that can be told without analysing it: "A/B" is two. At
/// least 1.
std::size_t words_in(std::string_view text);

/// Number of code points that begin in the text.
std::size_t code_points(std::string_view text);

}  // namespace kamerzoek
