#include "corpus/references/token_window.hpp"

#include <algorithm>

namespace kamerzoek::spelling {

Cursor TokenWindow::cursor() const {
  const Token* first = tokens_.data() + here_;
  return {first, first + std::min(ahead, tokens_.size() - here_), Wording::running};
}

void TokenWindow::next() {
  ++here_;
  if (tokens_.size() - here_ < ahead && read_ < text_.size()) refill();
}

// Tokens are kept by the hundreds, so that they are moved once and not at every step.
void TokenWindow::refill() {
  const std::size_t past = here_ - std::min(here_, behind);
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(past));
  here_ -= past;
  Token token{};
  while (tokens_.size() < here_ + 4 * ahead && next_token(text_, read_, token)) {
    tokens_.push_back(token);
  }
}

}  // namespace kamerzoek::spelling
