#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/tokenizer.hpp"

namespace kamerzoek {

/// A query that somebody is typing, which need not be whole yet, by the words that are wanted:
/// without operators, words that are not wanted, and filters; in the form that
/// all their spellings share (normal_form.hpp).
struct TypedText {
  std::vector<std::string> words;  ///< the last one too
  bool open = false;               ///< the last word of them may go on
  std::size_t begin = 0;           ///< where the open word stands, in bytes
  std::size_t end = 0;
};

/// Any UTF-8; never fails.
TypedText read_typed(Tokenizer& tokenizer, std::string_view text);

/// What the identifiers of documents may begin with (Piece::keys) whose name begins so: kst-34682-2
/// for `34682-2`. None for a text that does not begin as a name does. Any UTF-8.
std::vector<std::string> identifier_beginnings(std::string_view text);

/// What the numbers of dossiers may begin with, the likeliest first: 346 for `34 6`; 36600-X and
/// 36600 for `36600-x`. None for a text that does not begin as a number or a name does. Any UTF-8.
std::vector<std::string> dossier_beginnings(std::string_view text);

}  // namespace kamerzoek
