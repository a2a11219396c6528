#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// Raised whenever the same text would yield other terms; stored in the index.
inline constexpr int analysis_version = 1;

/// One word of a text and the terms it is found by.
struct Token {
  std::string_view text;  ///< as it stands in the input
  std::size_t begin = 0;  ///< byte offsets in the input
  std::size_t end = 0;
  unsigned position = 0;           ///< 1 for the first word
  std::string exact;               ///< folded: lower case, no diacritics, compatibility forms gone
  std::string stem;                ///< of the exact form
  std::vector<std::string> parts;  ///< stems of a compound's parts; empty for a simple word
};

/// How text becomes terms: word boundaries by ICU (UAX #29), folding, stemming. Indexing and
/// querying share this one class, so that they cannot differ.
///
/// Input is UTF-8 of any length; what is no UTF-8 separates words. Terms are at most 64 bytes: a
/// longer "word" is no word and yields no token. An analyzer may be used by one thread at a time;
/// making one is cheap, a second one shares nothing.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Calls `each` for every word, in order. The token is valid during the call only.
  void analyze(std::string_view text, const std::function<void(const Token&)>& each);

  /// The words of a short text, as values; `Token::text` points into `text`.
  std::vector<Token> tokens(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
