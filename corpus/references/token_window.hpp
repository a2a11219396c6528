#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/references/spelling_tokens.hpp"

namespace kamerzoek::spelling {

/// The tokens of a text of any length, a bounded number of them at a time: where the window stands,
/// no more than `ahead` tokens can be read, so that what is tried at each place takes bounded time.
/// The text must outlive it.
class TokenWindow {
 public:
  explicit TokenWindow(std::string_view text) : text_(text) { refill(); }

  static constexpr std::size_t ahead = 128;
  static constexpr std::size_t behind = 4;

  bool at_end() const { return here_ == tokens_.size(); }
  /// The token here; only before the end.
  const Token& token() const { return tokens_[here_]; }
  /// A token before this one (1 is the last), or null; at most `behind` of them are remembered.
  const Token* before(std::size_t back) const {
    return back > here_ ? nullptr : &tokens_[here_ - back];
  }
  /// Reads from here, as among other words; valid until `next`.
  Cursor cursor() const;
  void next();

 private:
  void refill();

  std::string_view text_;
  std::size_t read_ = 0;
  std::vector<Token> tokens_;
  std::size_t here_ = 0;
};

}  // namespace kamerzoek::spelling
