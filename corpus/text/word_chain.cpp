#include "corpus/text/word_chain.hpp"

#include <algorithm>

#include "corpus/text/characters.hpp"

namespace kamerzoek {
namespace {

constexpr unsigned most_groups = 3;

/// What stands between two pieces of a word broken over lines: a hyphen, a line end, indentation.
constexpr std::size_t longest_joint = 48;

constexpr std::string_view soft_hyphen = "\u00AD";

/// What follows a first part that waits for its second: "zorg-\nen welzijn".
bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 4> all = {"en", "of", "dan", "tot"};
  return std::ranges::find(all, word) != all.end();
}

/// "12 1 000" and "2,1 000" do not say where their numbers begin.
bool follows_number(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const std::size_t sign = character_before(text, at);
  const std::string_view ascii_signs = " .,/:-";
  const bool separates = ascii_signs.find(text[sign]) != ascii_signs.npos ||
                         number_space_length(text, sign) > 0 || hyphen_length(text, sign) > 0;
  return separates && sign > 0 && is_ascii_digit(text[sign - 1]);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

}  // namespace

bool WordChain::try_join(const Piece& piece) {
  const Joint joint = joint_before(piece);
  if (joint == Joint::none) return false;
  append(piece, joint);
  return true;
}

void WordChain::append(const Piece& piece, Joint joint) {
  const bool is_number = joint == Joint::number;
  hyphenated_ = hyphenated_ || joint == Joint::hyphen || joint == Joint::line;
  const bool fits = count_ < pieces_.size() && piece.end - begin() <= longest_joined_word &&
                    !(is_number && groups_ == most_groups);
  if (!too_long_ && !fits) fall_apart();
  if (too_long_) {
    each_(piece.begin, piece.end);
  } else {
    pieces_[count_++] = piece;
  }
  if (!is_number || piece.shape == PieceShape::decimal_group) {
    groups_ = 0;
  } else if (groups_ < most_groups) {
    ++groups_;
  }
  last_ = piece;
}

void WordChain::fall_apart() {
  for (std::size_t i = 0; i < count_; ++i) each_(pieces_[i].begin, pieces_[i].end);
  too_long_ = true;
}

WordChain::Joint WordChain::joint_before(const Piece& piece) const {
  const std::size_t from = last_.end;
  const std::size_t length = piece.begin - from;
  if (length > longest_joint) return Joint::none;
  if (length == 0) {
    const bool is_formula = last_.end - last_.begin > 3 && subscript_length(text_, from - 3) > 0;
    return is_formula ? Joint::glued : Joint::none;  // H₂O
  }
  if (hyphen_length(text_, from) > 0) return joint_at_hyphen(from, piece);
  if (number_space_length(text_, from) == length) {
    return is_next_group(piece) ? Joint::number : Joint::none;
  }
  if (text_[from] == '.' && last_.shape == PieceShape::brief && length > 1) {
    const bool is_dotted = hyphen_length(text_, from + 1) == length - 1;  // r.-k.
    return is_dotted && is_letter(character_at(text_, piece.begin)) ? Joint::hyphen : Joint::none;
  }
  const bool is_broken = from >= 2 && stands_at(text_, from - 2, soft_hyphen);
  return is_broken && is_next_line(from, piece) ? Joint::line : Joint::none;
}

WordChain::Joint WordChain::joint_at_hyphen(std::size_t hyphen, const Piece& piece) const {
  const std::size_t after = hyphen + hyphen_length(text_, hyphen);
  if (after == piece.begin) return Joint::hyphen;
  // A dash at the end of a line is one.
  const bool is_dash = stands_at(text_, hyphen, "\u2012") || stands_at(text_, hyphen, "\u2013");
  return !is_dash && is_next_line(after, piece) ? Joint::line : Joint::none;
}

/// Whether the rest of the line from `from` is blank and the word goes on at the start of the next.
bool WordChain::is_next_line(std::size_t from, const Piece& piece) const {
  std::size_t at = skip_blanks(text_, from);
  if (stands_at(text_, at, "\r")) ++at;
  if (!stands_at(text_, at, "\n") || skip_blanks(text_, at + 1) != piece.begin) return false;
  return is_lower_letter(character_at(text_, piece.begin)) &&
         !is_conjunction(text_.substr(piece.begin, piece.end - piece.begin));
}

bool WordChain::is_next_group(const Piece& piece) const {
  if (groups_ == 0 || (count_ == 1 && follows_number(text_, last_.begin))) return false;
  return piece.shape == PieceShape::decimal_group ||
         (piece.shape == PieceShape::group && piece.end - piece.begin == 3);
}

/// With the apostrophe of 's-Hertogenbosch.
std::size_t WordChain::begin() const {
  const std::size_t begin = pieces_[0].begin;
  const bool is_s = pieces_[0].end - begin == 1 && (text_[begin] == 's' || text_[begin] == 'S');
  if (!is_s || !hyphenated_ || begin == 0) return begin;
  const std::size_t before = character_before(text_, begin);
  return apostrophe_length(text_, before) > 0 ? before : begin;
}

}  // namespace kamerzoek
