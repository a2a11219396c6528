#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace kamerzoek {

/// No word of several pieces is longer than this many bytes; what would be is left in pieces.
inline constexpr std::size_t longest_joined_word = 96;

/// What a piece may be a part of, where that depends on its own shape.
enum class PieceShape : unsigned char {
  plain,
  group,          ///< one to three ASCII digits: the beginning of "34 682"
  decimal_group,  ///< three ASCII digits, a comma and more of them: the end of "1 234,50"
  brief,          ///< one or two ASCII letters, or an abbreviation with dots
};

/// A stretch of text that is a word unless it joins with its neighbours. Byte offsets.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  PieceShape shape = PieceShape::plain;
};

/// Takes a word apart that ICU found in `text` (subscript digits that follow may belong to it)
/// where Dutch has several: at colons, underscores, note marks (Plas2), and dots but those of
/// numbers and abbreviations (m.b.t). Calls `each` for what is left and has a letter or a digit, in
/// order.
///
/// An abbreviation is two or more segments of one or two letters; the last may have three when it
/// begins with a capital and the others are single small letters (v.Chr). Its final dot is not
/// part of the piece. A small two-letter word before a capital ends a sentence instead (is.De).
void each_piece(std::string_view text, std::size_t begin, std::size_t end,
                const std::function<void(const Piece&)>& each);

}  // namespace kamerzoek
