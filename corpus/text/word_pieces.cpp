#include "corpus/text/word_pieces.hpp"

#include <algorithm>

#include "corpus/text/characters.hpp"

namespace kamerzoek {
namespace {

bool is_number(std::string_view word) {
  return word.size() <= longest_joined_word && std::ranges::all_of(word, [](char c) {
           return is_ascii_digit(c) || c == '.' || c == ',' || c == '\'';
         });
}

PieceShape number_shape(std::string_view number) {
  const auto digits =
      static_cast<std::size_t>(std::ranges::find_if_not(number, is_ascii_digit) - number.begin());
  if (digits == number.size()) return digits <= 3 ? PieceShape::group : PieceShape::plain;
  if (digits != 3 || number[digits] != ',') return PieceShape::plain;
  const bool decimals = std::ranges::all_of(number.substr(digits + 1), is_ascii_digit);
  return decimals ? PieceShape::decimal_group : PieceShape::plain;
}

/// The number of letters, 4 for more than three or anything that is no letter.
unsigned letters_of(std::string_view segment) {
  unsigned letters = 0;
  for (std::size_t at = 0; at < segment.size(); ++at) {
    const bool is_trail = (static_cast<unsigned char>(segment[at]) & 0xC0) == 0x80;
    if (is_trail) continue;
    if (++letters > 3 || !is_letter(character_at(segment, at))) return 4;
  }
  return letters;
}

bool is_abbreviation(std::string_view word) {
  if (word.size() > longest_joined_word || word.find('.') == word.npos) return false;
  bool single_small = true;  // all segments so far
  bool small_pair = false;   // the one before
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('.', begin), word.size());
    const std::string_view segment = word.substr(begin, end - begin);
    const unsigned letters = letters_of(segment);
    const bool is_capital = is_upper_letter(character_at(segment, 0));
    if (letters == 0 || letters > 3 || (is_capital && small_pair)) return false;
    if (letters == 3 && !(end == word.size() && is_capital && single_small)) return false;
    single_small = single_small && letters == 1 && !is_capital;
    small_pair = letters == 2 && !is_capital;
    begin = end + 1;
  }
  return true;
}

/// Punctuation that ICU takes for a part of words in any place, the narrow no-break space among it.
std::size_t connector_length(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '_':
      return 1;
    case '\xE2':
      for (const auto c : {"\u202F", "\u203F", "\u2040", "\u2054"}) {
        if (stands_at(text, at, c)) return 3;
      }
      return 0;
    case '\xEF':
      for (const auto c : {"\uFE33", "\uFE34", "\uFE4D", "\uFE4E", "\uFE4F", "\uFF3F"}) {
        if (stands_at(text, at, c)) return 3;
      }
      return 0;
    default:
      return 0;
  }
}

std::size_t separator_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == '.' || c == ':' || c == ';' ? 1 : connector_length(text, at);
}

/// Where the reader's note marks begin that are glued to the end of a word (Plas2, Plas1,2); its
/// end when there are none. They follow three letters, the last of them small: CO2 and A12 are
/// names.
std::size_t note_marks(std::string_view word) {
  std::size_t begin = word.size();
  for (unsigned digits = 0; begin > 0; --begin) {
    const char c = word[begin - 1];
    if (is_ascii_digit(c)) {
      if (++digits > 3) return word.size();
    } else if (c == ',' && digits > 0) {
      digits = 0;
    } else {
      break;
    }
  }
  if (begin == word.size()) return begin;
  unsigned letters = 0;
  for (std::size_t at = begin; at > 0 && letters < 3; ++letters) {
    at = character_before(word, at);
    char32_t c = character_at(word, at);
    if (letters > 0 && at > 0 && (c == U'\'' || c == U'\u2019')) {
      at = character_before(word, at);
      c = character_at(word, at);
    }
    if (letters == 0 ? !is_lower_letter(c) : !is_letter(c)) return word.size();
  }
  return letters == 3 ? begin : word.size();
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::function<void(const Piece&)>& each)
      : text_(text), each_(each) {}

  /// At what separates in every word.
  void split(std::size_t begin, std::size_t end) const {
    std::size_t from = begin;
    for (std::size_t at = begin; at < end;) {
      const std::size_t length = separator_length(text_, at);
      if (length > 0) segment(from, at);
      at += std::max<std::size_t>(length, 1);
      if (length > 0) from = at;
    }
    segment(from, end);
  }

 private:
  /// At commas and apostrophes too when there is no end to them.
  void segment(std::size_t begin, std::size_t end) const {
    if (end - begin <= longest_joined_word) return word(begin, end);
    std::size_t from = begin;
    for (std::size_t at = begin; at < end;) {
      const std::size_t length = text_[at] == ',' ? 1 : apostrophe_length(text_, at);
      if (length > 0) word(from, at);
      at += std::max<std::size_t>(length, 1);
      if (length > 0) from = at;
    }
    word(from, end);
  }

  void word(std::size_t begin, std::size_t end) const {
    const std::size_t marks = begin + note_marks(text_.substr(begin, end - begin));
    // covid19-vaccin: what goes on is no note.
    const bool goes_on = marks < end && hyphen_length(text_, end) > 0 &&
                         is_letter_or_digit(character_at(text_, end + hyphen_length(text_, end)));
    if (goes_on || marks == end) return piece(begin, end);
    piece(begin, marks);
    piece(marks, end);
  }

  void piece(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!is_letter_or_digit(character_at(word, at))) continue;
      const bool is_brief = word.size() <= 2 && std::ranges::all_of(word, is_ascii_letter);
      each_({begin, end, is_brief ? PieceShape::brief : number_shape(word)});
      return;
    }
  }

  std::string_view text_;
  const std::function<void(const Piece&)>& each_;
};

}  // namespace

void each_piece(std::string_view text, std::size_t begin, std::size_t end,
                const std::function<void(const Piece&)>& each) {
  const std::string_view word = text.substr(begin, end - begin);
  if (is_number(word)) return each({begin, end, number_shape(word)});
  if (is_abbreviation(word)) return each({begin, end, PieceShape::brief});
  Splitter(text, each).split(begin, end);
}

}  // namespace kamerzoek
