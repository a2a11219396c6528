#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "search/word_table.hpp"

namespace kamerzoek {

/// Subject lines or titles in memory, to be found while somebody types. A heading is named by its
/// number, and lower numbers are found first. Any thread may read.
class Headings {
 public:
  Headings() = default;

  /// At most `limit` headings that have all the words, the last of them as a beginning if it is
  /// `open`: first those that begin with the words, then others. Words are in the form that all
  /// their spellings share (normal_form.hpp); without any there is nothing. Of very many that could
  /// be, only the first are looked at, so that the time is bounded.
  std::vector<std::uint32_t> find(const std::vector<std::string>& words, bool open,
                                  std::size_t limit) const;

  /// How many have the word, in the form that all its spellings share.
  std::size_t with(std::string_view word) const;

  std::size_t size() const { return begins_.size() - 1; }
  std::size_t bytes() const;  ///< of memory

 private:
  friend class HeadingsBuilder;

  struct Sought {
    std::vector<WordTable::Place> words;
    WordTable::Range last;
  };
  enum class Fit { none, within, at_begin };

  bool read(const std::vector<std::string>& words, bool open, Sought& sought) const;
  std::vector<std::uint32_t> candidates(const Sought& sought) const;
  Fit fit(std::uint32_t heading, const Sought& sought) const;
  std::size_t holders(WordTable::Range range) const;

  WordTable words_;
  std::vector<std::uint32_t> begins_ = {0};  ///< of each heading, in `texts_`
  std::vector<WordTable::Place> texts_;      ///< the headings as the words they are
  std::vector<std::uint32_t> held_begins_ = {0};
  std::vector<std::uint32_t> held_by_;  ///< for each word the headings that have it, in order
};

/// Takes headings in any order, and gives them their numbers at the end.
class HeadingsBuilder {
 public:
  void add(std::string_view text);

  /// The heading that was added as the order[n]-th (from 0) gets the number n.
  Headings finish(const std::vector<std::uint32_t>& order);

 private:
  std::vector<WordTable::Place> sort_words(WordTable& into) const;

  std::uint32_t number_of(std::string_view written);

  Tokenizer tokenizer_;
  std::unordered_map<std::string, std::uint32_t> written_;  ///< what each spelling is
  std::unordered_map<std::string, std::uint32_t> words_;    ///< in the order they came
  std::vector<std::uint32_t> begins_ = {0};
  std::vector<std::uint32_t> texts_;
};

}  // namespace kamerzoek
