#include "search/word_table.hpp"

#include <algorithm>

namespace kamerzoek {
namespace {

/// The first place from `begin` on of which `holds` is false; it is true of all before it.
template <class Holds>
WordTable::Place first_not(WordTable::Place begin, WordTable::Place end, Holds holds) {
  while (begin < end) {
    const WordTable::Place middle = begin + (end - begin) / 2;
    if (holds(middle)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

}  // namespace

void WordTable::add(std::string_view word, std::uint32_t count) {
  const std::string_view last =
      counts_.empty() ? std::string_view() : (*this)[static_cast<Place>(size() - 1)];
  const auto differ = std::ranges::mismatch(last, word);
  shared_.push_back(static_cast<std::uint8_t>(differ.in1 - last.begin()));
  letters_ += word;
  begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
  counts_.push_back(count);
}

std::optional<WordTable::Place> WordTable::find(std::string_view word) const {
  const Place place = beginning_with(word).begin;
  if (place == size() || (*this)[place] != word) return std::nullopt;
  return place;
}

WordTable::Range WordTable::beginning_with(std::string_view beginning) const {
  const auto all = static_cast<Place>(size());
  const Place first = first_not(0, all, [&](Place place) { return (*this)[place] < beginning; });
  const Place end =
      first_not(first, all, [&](Place place) { return (*this)[place].starts_with(beginning); });
  return {first, end};
}

WordTable WordTable::most_frequent(std::size_t most) const {
  if (size() <= most) return *this;
  std::vector<std::uint32_t> ranked = counts_;
  const auto first_left_out = ranked.begin() + static_cast<std::ptrdiff_t>(most);
  std::ranges::nth_element(ranked, first_left_out, std::greater<>());
  WordTable kept;
  for (Place place = 0; place < size(); ++place) {
    if (counts_[place] > *first_left_out) kept.add((*this)[place], counts_[place]);
  }
  return kept;
}

std::size_t WordTable::bytes() const {
  return letters_.capacity() + shared_.capacity() +
         sizeof(std::uint32_t) * (begins_.capacity() + counts_.capacity());
}

}  // namespace kamerzoek
