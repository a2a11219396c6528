#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <xapian.h>

#include "corpus/schema/schema.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/term_bag.hpp"

namespace kamerzoek {

/// The words of one document as the terms it is found by (docs/index-format.md).
///
/// A word makes three terms or more, and most words of a text are in it several times: occurrences
/// are counted by word, and terms made once.
class DocumentWords {
 public:
  /// The analyzer must outlive it.
  explicit DocumentWords(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Adds the text of a field, and calls `each(const Token&)` for its words, in order.
  void add(const schema::TextField& field, std::string_view text,
           const std::function<void(const Token&)>& each = {});

  /// Gives all terms to the document, and is empty then.
  void pour_into(Xapian::Document& document) { terms_.pour_into(document); }

 private:
  /// Where a word of the text that is added stands.
  struct Places {
    Token token;
    std::vector<unsigned> positions;
  };

  void note(const Token& token);
  void add_terms(std::string_view prefix, const Places& places, unsigned weight);
  std::string_view spelt(std::string_view kind, std::string_view prefix, std::string_view word);

  Analyzer& analyzer_;
  TermBag terms_;
  std::vector<Places> words_;
  tsl::robin_pg_map<const char*, std::size_t> known_;  ///< by where the analyzer keeps the word
  std::string term_;
  unsigned position_ = 0;
};

}  // namespace kamerzoek
