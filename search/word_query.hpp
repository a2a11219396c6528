#pragma once

#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/text/analyzer.hpp"

namespace kamerzoek {

/// What a query looks for in a text: by which a snippet marks what matched.
struct SoughtTerms {
  std::set<std::string, std::less<>> exact;
  std::set<std::string, std::less<>> stems;
  std::set<std::string, std::less<>> beginnings;  ///< of wildcards

  bool matches(const Token& token) const;
};

/// Makes Xapian's query of words: everything a word of the reader may be in a document, each with
/// its weight. In the terms of docs/index-format.md these are the exact form, the lemma and other
/// lemmas it can be of, lemmas of the same family (vergroting, vergroten), compounds of which it is
/// a part, and for a compound its parts together; an abbreviation is also its long form and the
/// other way round, by what the documents define.
///
/// One thread; the analyzer and the database must outlive it. Throws what Xapian throws.
class WordQuery {
 public:
  WordQuery(Analyzer& analyzer, const Xapian::Database& database)
      : analyzer_(analyzer), database_(database) {}

  /// What a text asks for, a query each: for every word, and one for words that together are the
  /// long form of an abbreviation. `prefix` is that of a field, or empty for all of them. A text
  /// without words gives none.
  std::vector<Xapian::Query> clauses(const std::string& text, const std::string& prefix);

  /// The words as they stand, in this order. A text without words gives an empty query.
  Xapian::Query phrase(const std::string& text, const std::string& prefix);

  /// The words of all texts, exactly, within `distance` words of each other.
  Xapian::Query near(const std::vector<std::string>& texts, unsigned distance);

  /// Words that begin so.
  Xapian::Query wildcard(const std::string& beginning);

  /// What all calls since it was set have looked for.
  SoughtTerms sought;

 private:
  Xapian::Query word(const Token& token, const std::string& prefix);
  std::vector<std::string> exact_words(const std::string& text);
  Xapian::Query long_forms_of(const std::string& written, const std::string& prefix);

  Analyzer& analyzer_;
  const Xapian::Database& database_;
};

}  // namespace kamerzoek
