#include "search/word_table.hpp"

#include <algorithm>
#include <ranges>

namespace kamerzoek {

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
  const auto places = std::views::iota(Place{0}, static_cast<Place>(size()));
  const auto first =
      std::ranges::partition_point(places, [&](Place place) { return (*this)[place] < beginning; });
  const auto end = std::partition_point(
      first, places.end(), [&](Place place) { return (*this)[place].starts_with(beginning); });
  return {static_cast<Place>(first - places.begin()), static_cast<Place>(end - places.begin())};
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
