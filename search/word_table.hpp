#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// Words in the order of their bytes, each with a count; packed, as there may be a million. A word
/// is named by its place. Built by one thread; then any thread may read.
class WordTable {
 public:
  using Place = std::uint32_t;
  struct Range {
    Place begin = 0;
    Place end = 0;
  };

  /// Words come in order, each once, of at most 255 bytes.
  void add(std::string_view word, std::uint32_t count);

  std::size_t size() const { return counts_.size(); }
  std::string_view operator[](Place place) const {
    return std::string_view(letters_).substr(begins_[place], begins_[place + 1] - begins_[place]);
  }
  std::uint32_t count(Place place) const { return counts_[place]; }
  /// How many bytes it begins with that the word before it begins with too.
  std::size_t shared(Place place) const { return shared_[place]; }

  std::optional<Place> find(std::string_view word) const;
  Range beginning_with(std::string_view beginning) const;

  /// The `most` words with the highest counts at most; of those with the same count all or none.
  WordTable most_frequent(std::size_t most) const;

  std::size_t bytes() const;  ///< of memory

 private:
  std::string letters_;
  std::vector<std::uint32_t> begins_ = {0};  ///< one more than there are words
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint8_t> shared_;
};

}  // namespace kamerzoek
