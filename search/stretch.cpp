#include "search/stretch.hpp"

#include <algorithm>

#include "corpus/schema/passage_filters.hpp"

namespace kamerzoek {
namespace {

// Behind a stretch, so that passages that begin in it are whole; before it, what a passage shows
// before its first hit, and what more the clause has, in which the verb of a particle may stand.
constexpr std::size_t margin_behind = 300;
constexpr std::size_t least_margin_before = 100;
constexpr std::size_t most_margin_before = 400;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Where the last clause begins in which the byte before `latest` is; 0 where no sign ends one.
std::size_t clause_begin(std::string_view text, std::size_t latest) {
  constexpr std::string_view ends = ".,;:?!)";
  for (std::size_t at = std::min(latest, text.size()); at > 1; --at) {
    if (is_space(text[at - 1]) && ends.find(text[at - 2]) != ends.npos) return at - 1;
  }
  return 0;
}

std::size_t begin_around(std::size_t at) {
  return at > most_margin_before ? at - most_margin_before : 0;
}

}  // namespace

Span around(std::size_t stretch) {
  const std::size_t at = stretch * schema::stretch_size;
  return {begin_around(at), at + schema::stretch_size + margin_behind};
}

Stretch with_margins(std::string_view text, std::size_t stretch, bool is_last) {
  const std::size_t at = stretch * schema::stretch_size;
  const std::size_t begin = begin_around(at);
  const std::size_t before = at - begin;
  const std::size_t cut =
      before > least_margin_before ? clause_begin(text, before - least_margin_before) : 0;
  return whole_words(text.substr(cut), begin + cut, is_last);
}

Stretch whole_words(std::string_view text, std::size_t begin, bool is_last) {
  std::size_t from = 0;
  std::size_t to = text.size();
  if (begin > 0) {
    while (from < most_margin_before && from < to && !is_space(text[from])) ++from;
    while (from < to && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  }
  if (!is_last) {
    const std::size_t least = to > margin_behind ? to - margin_behind : 0;
    std::size_t end = to;
    while (end > least && !is_space(text[end - 1])) --end;
    if (end > from) to = end;
  }
  return {.text = text.substr(from, to - from), .begin = begin + from, .is_last = is_last};
}

}  // namespace kamerzoek
