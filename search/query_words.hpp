#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/analyzer.hpp"
#include "search/query.hpp"

namespace kamerzoek {

/// A word that a query looks for, and where it was typed.
struct QueryWord {
  std::size_t begin = 0;  ///< byte offsets in the text of the query
  std::size_t end = 0;
  std::string exact;  ///< as the analyser yields it
  std::string stem;
  bool is_grammatical = false;
  std::size_t clause = 0;  ///< its word, phrase or field in the query, counted from 0
  bool is_free = false;    ///< stands in no phrase and no field
};

/// The words of a query in the order of its text: those of plain words, phrases, and the fields
/// titel and onderwerp, but not what is not wanted. `text` is what `query` was parsed from, as
/// valid UTF-8. What does not stand where the query says it stands is left out.
std::vector<QueryWord> query_words(const Query& query, std::string_view text, Analyzer& analyzer);

}  // namespace kamerzoek
