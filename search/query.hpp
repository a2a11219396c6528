#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

/// What was asked, as plain values. Knows nothing of the index.
namespace kamerzoek {

/// What a `name:value` in a query filters on, or searches in.
enum class QueryField {
  titel,
  onderwerp,
  soort,
  dossier,
  zaak,
  indiener,
  commissie,
  jaar,
  van,
  tot,
  verwijst,
  bijlage_bij
};

/// As it is written before the colon.
std::string_view name_of(QueryField field);

struct Query {
  enum class Kind {
    everything,  ///< an empty query
    words,       ///< `text` as it was typed, without white space; may hold several words ("A/B")
    phrase,      ///< `text` between quotes
    wildcard,    ///< words that begin with `text`
    field,       ///< `field` with the value `text`
    all,         ///< every one of `parts`
    any,         ///< at least one of `parts`
    near,        ///< the two `parts` (words or phrases) within `distance` words
    negated,     ///< not `parts[0]`; stands only inside `all`
  };

  Kind kind = Kind::everything;
  std::string text = {};  ///< UTF-8, as typed
  QueryField field = QueryField::titel;
  bool quoted = false;  ///< the value of the field stood between quotes
  unsigned distance = 0;
  std::vector<Query> parts = {};
  std::size_t position = 0;  ///< where it stands in the query, in code points from 1
};

/// Limits of a query; past them it is refused.
inline constexpr std::size_t longest_query = 1000;   ///< code points
inline constexpr std::size_t deepest_query = 20;     ///< nested parentheses and negations
inline constexpr std::size_t most_clauses = 64;      ///< words, also those of phrases and fields
inline constexpr std::size_t most_costly = 10;       ///< words with a star, and NABIJ
inline constexpr std::size_t shortest_wildcard = 3;  ///< letters before the star

/// Reads the query language of the contract, by recursive descent. Ordinary text never fails:
/// signs that mean nothing where they stand are text. Fails (bad_query, with the position in code
/// points from 1 and a correction) for an unclosed parenthesis, an unknown field with a value, a
/// date that is none, and past the limits. Any thread; UTF-8; broken bytes become U+FFFD.
Result<Query> parse_query(std::string_view text);

/// Reads a date of the query language: 2025, 2025-06 or 2025-06-12 (also 12-06-2025); as YYYYMMDD,
/// with the first or, for `end`, the last day where one is not given.
Result<std::string> parse_date(std::string_view text, bool end);

}  // namespace kamerzoek
