#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace kamerzoek {

/// One way in which a document may hold a word of the query. Words are folded, as terms are.
struct Way {
  enum class Kind {
    exact,         ///< the word as it was typed
    lemma,         ///< a form of the word
    other_lemma,   ///< a form of another word that it can be a form of
    family,        ///< a form of a word of its family: vergroting for vergroten
    in_compound,   ///< a compound of which it is a part
    parts_apart,   ///< it is a compound, of which every part is somewhere in the document
    abbreviation,  ///< its long or short form: `words` one after the other
    phrase,        ///< `words` one after the other
    near,          ///< `words` within `window` words, in any order
    beginning,     ///< any of `words`, which begin as was asked
  };

  Kind kind = Kind::exact;
  /// Exact forms, or lemmas for the kinds from `lemma` to `parts_apart`.
  std::vector<std::string> words = {};
  double weight = 1;         ///< what it counts for, against a form of the word
  unsigned window = 0;       ///< of `near`
  std::string verb = {};     ///< of a separable verb, that without its particle
  Xapian::Query query = {};  ///< finds the documents, and gives them their points
};

/// A word of the query, or what stands for one: a phrase, a wildcard.
struct SoughtWord {
  std::string text = {};         ///< as it was typed
  std::string field = {};        ///< the prefix of the only field it is sought in; empty for all
  std::size_t clause = 0;        ///< words with the same number are wanted or missed together
  std::string joined_with = {};  ///< the verb whose particle this is, as it was typed
  std::vector<Way> ways = {};
  /// Its ways give points only to documents that these find: in `a OF (b c)` for `b` that is `b c`.
  std::vector<Xapian::Query> conditions = {};
  std::size_t vocabulary = 0;  ///< of a wildcard: the words of the index that begin so
};

/// What a query looks for in documents; what it excludes or filters by is not in it.
using Sought = std::vector<SoughtWord>;

}  // namespace kamerzoek
