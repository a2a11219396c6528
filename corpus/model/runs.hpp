#pragma once

#include <cstddef>
#include <string_view>

namespace kamerzoek {

/// Reads one part of an identifier from left to right, in runs of one kind of character. Each call
/// takes at most `limit` of them and returns how many it took. ASCII only, so a byte of any other
/// alphabet ends every run. Does not own the text.
class Runs {
 public:
  explicit Runs(std::string_view text) : rest_(text) {}

  std::size_t digits(std::size_t limit) { return take('0', '9', limit); }
  std::size_t upper(std::size_t limit) { return take('A', 'Z', limit); }
  std::size_t lower(std::size_t limit) { return take('a', 'z', limit); }
  bool one_of(std::string_view set) {
    if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::size_t take(char first, char last, std::size_t limit) {
    std::size_t count = 0;
    while (count < limit && count < rest_.size() && rest_[count] >= first && rest_[count] <= last) {
      ++count;
    }
    rest_.remove_prefix(count);
    return count;
  }

  std::string_view rest_;
};

}  // namespace kamerzoek
