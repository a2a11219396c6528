#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xapian.h>

namespace kamerzoek {

/// What any search engine does, to measure our analysis against: words by ICU's word boundaries,
/// folded, and stemmed by Kraaij and Pohlmann; stems are kept. It stays as it is when our own
/// analysis changes. One thread at a time.
class PlainAnalysis {
 public:
  PlainAnalysis();
  ~PlainAnalysis();
  PlainAnalysis(const PlainAnalysis&) = delete;
  PlainAnalysis& operator=(const PlainAnalysis&) = delete;

  /// Calls `each(word, stem)` for every word of UTF-8 text, in order.
  void analyze(std::string_view text,
               const std::function<void(const std::string&, const std::string&)>& each);

 private:
  const std::string& stem(const std::string& word);

  std::unique_ptr<icu::BreakIterator> breaks_;
  UText text_ = UTEXT_INITIALIZER;
  Xapian::Stem snowball_{"kraaij_pohlmann"};
  std::unordered_map<std::string, std::string> stems_;
};

}  // namespace kamerzoek
