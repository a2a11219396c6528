#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>

#include "corpus/text/word_pieces.hpp"

namespace kamerzoek {

/// Joins the pieces of a text that are one word in Dutch: over hyphens, over the end of a line,
/// and the groups of a number. Holds the one word that may still grow, and gives it away when the
/// next piece shows that it does not. `text` and `each` must outlive the chain.
class WordChain {
 public:
  WordChain(std::string_view text, const std::function<void(std::size_t, std::size_t)>& each)
      : text_(text), each_(each) {}

  /// Pieces come in the order of the text.
  void add(const Piece& piece) {
    if (!may_join(piece) || !try_join(piece)) restart(piece);
  }

  /// The end of the text: gives the last word away.
  void finish() {
    if (count_ > 0 && !too_long_) each_(hyphenated_ ? begin() : pieces_[0].begin, last_.end);
    count_ = 0;
  }

 private:
  enum class Joint { none, glued, number, hyphen, line };

  /// What can be said at once of nearly all words: that a space or a sign ends them.
  bool may_join(const Piece& piece) const {
    if (count_ == 0) return false;
    if (piece.begin == last_.end) return true;
    switch (text_[last_.end]) {
      case ' ':
        return groups_ > 0 || piece.begin - last_.end > 1;
      case '.':
        return last_.shape == PieceShape::brief;
      case ',':
      case ')':
        return false;
      default:
        return true;
    }
  }

  void restart(const Piece& piece) {
    finish();
    pieces_[0] = last_ = piece;
    count_ = 1;
    groups_ = piece.shape == PieceShape::group ? 1 : 0;
    hyphenated_ = too_long_ = false;
  }

  bool try_join(const Piece& piece);
  void append(const Piece& piece, Joint joint);
  void fall_apart();

  Joint joint_before(const Piece& piece) const;
  Joint joint_at_hyphen(std::size_t hyphen, const Piece& piece) const;
  bool is_next_line(std::size_t from, const Piece& piece) const;
  bool is_next_group(const Piece& piece) const;
  std::size_t begin() const;

  std::string_view text_;
  const std::function<void(std::size_t, std::size_t)>& each_;
  std::array<Piece, longest_joined_word / 2 + 1> pieces_ = {};  // a joint takes a byte or more
  std::size_t count_ = 0;
  Piece last_;
  unsigned groups_ = 0;  // of the number that the pieces are, 0 when they are none
  bool hyphenated_ = false;
  bool too_long_ = false;  // its pieces are words of their own
};

}  // namespace kamerzoek
