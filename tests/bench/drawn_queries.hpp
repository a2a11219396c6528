#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "search/result_page.hpp"

/// Queries as people may ask them, drawn from an index itself.
namespace kamerzoek::bench {

using Random = std::mt19937_64;

/// What queries are drawn from.
struct QuerySource {
  /// Throws where the index cannot be read.
  explicit QuerySource(const std::string& index);

  std::vector<std::string> common;  ///< the 200 most frequent words of four letters or more
  std::vector<std::string> rare;    ///< words of 2 to 20 documents
  std::vector<std::string> words;   ///< all of them, each once
  std::vector<std::vector<std::string>> subjects;  ///< the words of subject lines
};

struct QueryKind {
  const char* name;
  std::function<SearchRequest(Random&)> draw;
};

/// The kinds of query there are, which draw from `source` for as long as that is there.
std::vector<QueryKind> query_kinds(const QuerySource& source);

}  // namespace kamerzoek::bench
