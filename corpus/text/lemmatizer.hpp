#pragma once

#include <string>
#include <string_view>

#include "corpus/lexicon/compound_splitter.hpp"
#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/lexeme.hpp"
#include "corpus/text/stemmer.hpp"

namespace kamerzoek {

/// From a word to its lexeme: its lemma by the lexicon, and for a word that no dictionary knows the
/// lemma of the last part if it is a compound, else what Kraaij and Pohlmann's stemmer makes of it.
/// One thread at a time.
class Lemmatizer {
 public:
  explicit Lemmatizer(const Lexicon& lexicon) : lexicon_(lexicon), splitter_(lexicon) {}

  /// `word` as the tokenizer gives it: UTF-8, with hyphens and all.
  Lexeme lexeme(std::string_view word);

 private:
  void read(Lexeme& lexeme);
  void read_hyphenated(Lexeme& lexeme);
  bool read_known(Lexeme& lexeme, const std::string& form);
  void read_unknown(Lexeme& lexeme);
  bool is_word(const std::string& form) const;

  const Lexicon& lexicon_;
  CompoundSplitter splitter_;
  Stemmer stemmer_;
};

}  // namespace kamerzoek
