#include "corpus/text/word_boundaries.hpp"

#include <cstdint>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace kamerzoek {

struct WordBoundaries::State {
  std::unique_ptr<icu::BreakIterator> breaks;
  UText text = UTEXT_INITIALIZER;

  State() {
    UErrorCode status = U_ZERO_ERROR;
    breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word boundaries for Dutch");
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&text); }
};

WordBoundaries::WordBoundaries() : state_(std::make_unique<State>()) {}
WordBoundaries::~WordBoundaries() = default;
WordBoundaries::WordBoundaries(WordBoundaries&&) noexcept = default;
WordBoundaries& WordBoundaries::operator=(WordBoundaries&&) noexcept = default;

void WordBoundaries::each_word(std::string_view text,
                               const std::function<void(std::size_t, std::size_t)>& each) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->text, text.data(), static_cast<int64_t>(text.size()), &status);
  state_->breaks->setText(&state_->text, status);
  if (U_FAILURE(status)) return;  // only when memory is gone
  int32_t begin = state_->breaks->first();
  for (int32_t end = state_->breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = state_->breaks->next()) {
    if (state_->breaks->getRuleStatus() == UBRK_WORD_NONE) continue;
    each(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
  }
}

}  // namespace kamerzoek
