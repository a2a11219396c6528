#include "search/headings.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "corpus/text/normal_form.hpp"

namespace kamerzoek {
namespace {

// A longer "word" is none (Analyzer), and a longer heading is as good as its beginning.
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_words = 40;
// Looking at one takes some twenty nanoseconds.
constexpr std::size_t most_looked_at = 100'000;

}  // namespace

/// Folding costs more than all else, and most words have come before. What is no word is one too,
/// the empty one.
std::uint32_t HeadingsBuilder::number_of(std::string_view written) {
  const auto [known, is_new] = written_.try_emplace(std::string(written), 0);
  if (!is_new) return known->second;
  std::string word = normal_form(written).exact;
  if (word.size() > longest_word) word.clear();
  const auto next = static_cast<std::uint32_t>(words_.size());
  known->second = words_.try_emplace(std::move(word), next).first->second;
  return known->second;
}

void HeadingsBuilder::add(std::string_view text) {
  std::size_t left = most_words;
  tokenizer_.each_word(text, [&](std::size_t begin, std::size_t end) {
    if (left == 0) return;
    --left;
    texts_.push_back(number_of(text.substr(begin, end - begin)));
  });
  begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

/// The place each word gets, by the number it came with.
std::vector<WordTable::Place> HeadingsBuilder::sort_words(WordTable& into) const {
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(words_.begin(), words_.end());
  std::ranges::sort(sorted);
  std::vector<WordTable::Place> places(sorted.size());
  for (const auto& [word, number] : sorted) {
    places[number] = static_cast<WordTable::Place>(into.size());
    into.add(word, 0);
  }
  return places;
}

Headings HeadingsBuilder::finish(const std::vector<std::uint32_t>& order) {
  Headings headings;
  const std::vector<WordTable::Place> places = sort_words(headings.words_);
  std::vector<std::vector<std::uint32_t>> held_by(places.size());
  headings.texts_.reserve(texts_.size());
  headings.begins_.reserve(begins_.size());
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    for (std::uint32_t at = begins_[order[number]]; at < begins_[order[number] + 1]; ++at) {
      const WordTable::Place word = places[texts_[at]];
      headings.texts_.push_back(word);
      if (held_by[word].empty() || held_by[word].back() != number) held_by[word].push_back(number);
    }
    headings.begins_.push_back(static_cast<std::uint32_t>(headings.texts_.size()));
  }
  headings.held_begins_.reserve(held_by.size() + 1);
  for (const auto& numbers : held_by) {
    headings.held_by_.insert(headings.held_by_.end(), numbers.begin(), numbers.end());
    headings.held_begins_.push_back(static_cast<std::uint32_t>(headings.held_by_.size()));
  }
  return headings;
}

/// False when some word is in no heading.
bool Headings::read(const std::vector<std::string>& words, bool open, Sought& sought) const {
  for (const std::string& word : words) {
    const bool is_open = open && &word == &words.back();
    const WordTable::Range range = words_.beginning_with(word);
    if (range.begin == range.end || (!is_open && words_[range.begin] != word)) return false;
    if (&word != &words.back()) {
      sought.words.push_back(range.begin);
    } else {
      sought.last = is_open ? range : WordTable::Range{range.begin, range.begin + 1};
    }
  }
  return !words.empty();
}

std::size_t Headings::holders(WordTable::Range range) const {
  return held_begins_[range.end] - held_begins_[range.begin];
}

/// Those with the rarest of the words, in order.
std::vector<std::uint32_t> Headings::candidates(const Sought& sought) const {
  WordTable::Range rarest = sought.last;
  for (const WordTable::Place word : sought.words) {
    if (holders({word, word + 1}) < holders(rarest)) rarest = {word, word + 1};
  }
  std::vector<std::uint32_t> numbers;
  if (holders(rarest) > size() / 4) {
    // Most headings have a word that begins so: sorting them out costs more than it saves.
    numbers.resize(std::min(size(), most_looked_at));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
  }
  const auto held = std::span(held_by_).subspan(held_begins_[rarest.begin], holders(rarest));
  numbers.assign(held.begin(), held.end());
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.size() > most_looked_at) numbers.resize(most_looked_at);
  return numbers;
}

Headings::Fit Headings::fit(std::uint32_t heading, const Sought& sought) const {
  const auto text =
      std::span(texts_).subspan(begins_[heading], begins_[heading + 1] - begins_[heading]);
  const auto is_last = [&](WordTable::Place word) {
    return word >= sought.last.begin && word < sought.last.end;
  };
  const std::size_t before = sought.words.size();
  if (text.size() > before && is_last(text[before]) &&
      std::ranges::equal(text.first(before), sought.words)) {
    return Fit::at_begin;
  }
  const bool within = std::ranges::any_of(text, is_last) &&
                      std::ranges::all_of(sought.words, [&](WordTable::Place word) {
                        return std::ranges::find(text, word) != text.end();
                      });
  return within ? Fit::within : Fit::none;
}

std::vector<std::uint32_t> Headings::find(const std::vector<std::string>& words, bool open,
                                          std::size_t limit) const {
  Sought sought;
  if (!read(words, open, sought)) return {};
  std::vector<std::uint32_t> found;
  std::vector<std::uint32_t> within;
  for (const std::uint32_t heading : candidates(sought)) {
    if (found.size() == limit) return found;
    const Fit how = fit(heading, sought);
    if (how == Fit::at_begin) found.push_back(heading);
    if (how == Fit::within && within.size() < limit) within.push_back(heading);
  }
  const std::size_t wanted = std::min(limit - found.size(), within.size());
  found.insert(found.end(), within.begin(), within.begin() + static_cast<std::ptrdiff_t>(wanted));
  return found;
}

std::size_t Headings::with(std::string_view word) const {
  const auto place = words_.find(word);
  return place ? holders({*place, *place + 1}) : 0;
}

std::size_t Headings::bytes() const {
  return words_.bytes() + sizeof(std::uint32_t) * (begins_.capacity() + texts_.capacity() +
                                                   held_begins_.capacity() + held_by_.capacity());
}

}  // namespace kamerzoek
