#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/text/analyzer.hpp"
#include "search/result_page.hpp"
#include "search/sought.hpp"

namespace kamerzoek {

using Span = TextSpan;

/// A word of a query (its index in Sought) and one of its ways.
struct WordWay {
  std::size_t word;
  std::size_t way;

  auto operator<=>(const WordWay&) const = default;
};

/// A word of the text by which it holds what is sought.
struct Match {
  Span at;
  WordWay by;
  Span verb = {};  ///< of a separable verb's particle, its verb; else empty
};

/// The words of a text, and which of them matched, both in order.
struct ReadText {
  std::vector<Span> words;
  std::vector<Match> matches;
};

/// Finds what is sought in texts, word by word, as the index found it in documents. Of a phrase
/// only words that stand together match. One thread; `sought` must outlive it.
class Matcher {
 public:
  /// A word that is, or belongs to, one of the `words` of a way.
  struct Target {
    WordWay by;
    std::size_t element;  ///< which of Way::words
  };

  explicit Matcher(const Sought& sought);

  /// Reads a text of a field, by its prefix.
  ReadText read(std::string_view text, std::string_view field, Analyzer& analyzer) const;

  /// Calls `each(target)` for all that a token by itself stands for.
  template <class Each>
  void each_target(const Token& token, Each each) const {
    visit(exact_, token.exact, each);
    for (const std::string& word : token.words) {
      if (word != token.exact) visit(exact_, word, each);
    }
    visit(lemmas_, token.stem, each);
    if (token.is_compound_verb) return;
    for (const std::string& part : token.parts) visit(parts_, part, each);
  }

  const Sought& sought() const { return sought_; }
  const Way& way(WordWay by) const { return sought_[by.word].ways[by.way]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  /// Targets by their words. What is none shows, for nearly all words of a text, by its length
  /// and its first byte.
  struct Table {
    std::unordered_map<std::string, std::vector<Target>, Hash, std::equal_to<>> words;
    std::array<std::uint64_t, 256> lengths = {};  ///< by first byte, a bit for each length

    static std::uint64_t length_bit(std::string_view word) {
      return std::uint64_t{1} << word.size() % 64;
    }
    static std::size_t first_byte(std::string_view word) {
      return word.empty() ? 0 : static_cast<unsigned char>(word.front());
    }
    void add(const std::string& word, const Target& target) {
      words[word].push_back(target);
      lengths[first_byte(word)] |= length_bit(word);
    }
  };

  template <class Each>
  static void visit(const Table& table, std::string_view word, Each& each) {
    if ((table.lengths[Table::first_byte(word)] & Table::length_bit(word)) == 0) return;
    const auto found = table.words.find(word);
    if (found == table.words.end()) return;
    for (const Target& target : found->second) each(target);
  }

  const Sought& sought_;
  Table exact_;
  Table lemmas_;
  Table parts_;
};

/// Which of some documents have a term. Each term's list is gone through once for all of them. One
/// thread; the database must outlive it.
class HeldTerms {
 public:
  HeldTerms(const Xapian::Database& database, std::vector<Xapian::docid> documents);

  /// Of one of the documents. Throws what Xapian throws.
  bool has(Xapian::docid document, const std::string& term);

  const Xapian::Database& database() const { return database_; }

 private:
  const Xapian::Database& database_;
  std::vector<Xapian::docid> documents_;  ///< ascending
  std::unordered_map<std::string, std::vector<Xapian::docid>> holders_;
};

/// What a document has of what is sought: the same words and ways, in the same places, but without
/// those words of a way that are not in the document, and without any where it has not all that
/// the way wants. Throws what Xapian throws.
Sought held_of(const Sought& sought, HeldTerms& terms, Xapian::docid document);

}  // namespace kamerzoek
