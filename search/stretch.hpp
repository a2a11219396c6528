#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "search/matcher.hpp"

namespace kamerzoek {

/// A place that is marked, and the word of the query it is for.
struct Hit {
  Span at;
  std::size_t word;
};

/// A part of a text as it is read for a passage; places are those in the whole text, in bytes.
struct Stretch {
  std::string_view text;
  std::size_t begin = 0;
  bool is_last = true;  ///< the text ends where it does
  std::vector<Span> words = {};
  std::vector<Hit> hits = {};

  std::string_view part(std::size_t from, std::size_t to) const {
    return text.substr(from - begin, to - from);
  }
};

/// The bytes of a long text to read for the stretch of this number (schema::stretch_size): with a
/// margin on both sides, so that passages and clauses that begin in it are whole. They may reach
/// past the end of the text.
Span around(std::size_t stretch);

/// The stretch of this number, of the bytes `around` it as far as there are; of the margin before
/// it no more than is needed. Views into `text`.
Stretch with_margins(std::string_view text, std::size_t stretch, bool is_last);

/// Of bytes that begin at `begin` of a text, without half a word, or half a letter, at the ends
/// where the text goes on.
Stretch whole_words(std::string_view text, std::size_t begin, bool is_last);

}  // namespace kamerzoek
