#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/text/analyzer.hpp"
#include "search/abbreviations.hpp"
#include "search/deadline.hpp"
#include "search/sought.hpp"

namespace kamerzoek {

/// Makes Xapian's query of words: everything a word of the reader may be in a document, each with
/// its weight. In the terms of docs/index-format.md these are the exact form, the lemma and other
/// lemmas it can be of, lemmas of the same family (vergroting, vergroten), compounds of which it is
/// a part, and for a compound its parts together; an abbreviation is also its long form and the
/// other way round, by what the documents define.
///
/// One thread; the analyzer and the database must outlive it. Throws what Xapian throws, and
/// DeadlinePassed.
class WordQuery {
 public:
  WordQuery(Analyzer& analyzer, const Xapian::Database& database, const Deadline& deadline)
      : analyzer_(analyzer), database_(database), deadline_(deadline) {}

  /// What a text asks for, a query each: for every word, and one for words that together are the
  /// long form of an abbreviation. `prefix` is that of a field, or empty for all of them. A text
  /// without words gives none.
  std::vector<Xapian::Query> clauses(const std::string& text, const std::string& prefix);

  /// The words as they stand, in this order. A text without words gives an empty query.
  Xapian::Query phrase(const std::string& text, const std::string& prefix);

  /// The words of all texts, exactly, within `distance` words of each other.
  Xapian::Query near(const std::vector<std::string>& texts, unsigned distance);

  /// For each two neighbouring words of the text, a query of documents where they stand close
  /// together, in either order, exactly as they are written.
  std::vector<Xapian::Query> close_pairs(const std::string& text);

  /// Words of the index that begin so: the most frequent, 500 at most and as many as have 100,000
  /// documents together. Where there are more, `cut` says so.
  Xapian::Query wildcard(const std::string& beginning);

  /// What all calls since it was set have looked for, in the order of the query.
  Sought sought;

  /// Wildcards of which words were left out, as `sought` knows them; also of what is negated.
  std::vector<SoughtWord> cut;

 private:
  SoughtWord word(const Token& token, const std::string& prefix) const;
  void add_forms(SoughtWord& word, const std::vector<Expansion>& expansions) const;
  void add_long_forms(SoughtWord& word) const;
  Xapian::Query words_together(std::vector<SoughtWord> words, const std::vector<Expansion>& shorts,
                               const std::string& prefix);
  std::vector<std::string> exact_words(const std::string& text) const;
  Way sequence(Way::Kind kind, const std::string& text, const std::string& prefix) const;
  Xapian::Query add(SoughtWord word);

  Analyzer& analyzer_;
  const Xapian::Database& database_;
  Deadline deadline_;
  std::size_t clauses_ = 0;
};

}  // namespace kamerzoek
