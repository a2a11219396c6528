#include "tests/bench/plain_analysis.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include "corpus/letters/fold.hpp"

namespace kamerzoek {

PlainAnalysis::PlainAnalysis() {
  UErrorCode status = U_ZERO_ERROR;
  breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no word boundaries for Dutch");
}

PlainAnalysis::~PlainAnalysis() {
  utext_close(&text_);
}

const std::string& PlainAnalysis::stem(const std::string& word) {
  const auto [entry, is_new] = stems_.try_emplace(word);
  if (is_new) entry->second = snowball_(word);
  return entry->second;
}

void PlainAnalysis::analyze(
    std::string_view text,
    const std::function<void(const std::string&, const std::string&)>& each) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&text_, text.data(), static_cast<int64_t>(text.size()), &status);
  breaks_->setText(&text_, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU does not take the text");
  auto begin = static_cast<std::size_t>(breaks_->first());
  for (int32_t next = breaks_->next(); next != icu::BreakIterator::DONE; next = breaks_->next()) {
    const auto end = static_cast<std::size_t>(next);
    if (breaks_->getRuleStatus() != UBRK_WORD_NONE) {
      const std::string word = fold(text.substr(begin, end - begin));
      each(word, stem(word));
    }
    begin = end;
  }
}

}  // namespace kamerzoek
