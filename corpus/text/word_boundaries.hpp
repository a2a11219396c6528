#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace kamerzoek {

/// Words by ICU's word boundaries (UAX #29) for Dutch: what has a letter or a digit. One thread at
/// a time.
class WordBoundaries {
 public:
  WordBoundaries();
  ~WordBoundaries();
  WordBoundaries(WordBoundaries&&) noexcept;
  WordBoundaries& operator=(WordBoundaries&&) noexcept;

  /// Calls `each(begin, end)`, in byte offsets of the UTF-8 text, for every word in order.
  void each_word(std::string_view text, const std::function<void(std::size_t, std::size_t)>& each);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
