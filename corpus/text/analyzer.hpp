#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// Raised whenever the same text would yield other terms; stored in the index.
inline constexpr int analysis_version = 2;

/// One word of a text and the terms it is found by. All is UTF-8; what it points to besides the
/// text belongs to the analyzer and is valid until its next call.
struct Token {
  std::string_view text;  ///< as it stands in the input
  std::size_t begin = 0;  ///< byte offsets in the input
  std::size_t end = 0;
  unsigned position = 0;   ///< 1 for the first word; one with hyphens takes as many as its words
  std::string_view exact;  ///< the form that all spellings share: lower case, no hyphens
  std::string_view stem;   ///< its lemma; of a separable verb's particle the whole verb
  std::span<const std::string> others;  ///< further lemmas it can be of
  std::span<const std::string> parts;   ///< lemmas of a compound's parts; empty for a simple word
  std::span<const std::string> words;   ///< between hyphens, folded; empty without them
  bool is_grammatical = false;          ///< preposition, article, pronoun, conjunction
  bool is_compound_verb = false;        ///< its parts are a particle and a verb
  std::size_t verb_begin = 0;  ///< where the verb of a joined particle stands; both 0 otherwise
  std::size_t verb_end = 0;
};

/// How text becomes terms: words, their one form, lemmas, parts of compounds, separable verbs.
/// Indexing and querying share this one class, so that they cannot differ.
///
/// Input is UTF-8 of any length; what is no UTF-8 separates words. Terms are at most 64 bytes: a
/// longer "word" is no word and yields no token. An analyzer may be used by one thread at a time;
/// it keeps what it has found out about words, so that a new one is slower than an old one.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Calls `each` for every word, in order.
  void analyze(std::string_view text, const std::function<void(const Token&)>& each);

  /// The words of a short text; valid until the next call, as long as `text` is.
  std::vector<Token> tokens(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
