#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/schema/passage_filters.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/sought.hpp"

namespace kamerzoek {

/// Says where in a long text a passage may be that has what is sought, by the text's filters
/// (corpus/schema/passage_filters.hpp) and without reading it. Whether a stretch has what it
/// promises only Matcher::read can tell. One thread; refers to nothing it was made from.
class StretchFinder {
 public:
  /// A stretch of the text, by its number.
  struct Promise {
    std::size_t stretch;
    std::size_t words;  ///< of the query, that a passage beginning there has at the most
  };

  StretchFinder(const Sought& sought, Analyzer& analyzer);

  /// Those that promise most words first, then those that have most of them in the stretch itself
  /// and not in the next, then in the order of the text.
  std::vector<Promise> promising(std::string_view filters) const;

 private:
  /// A word in any of the forms that filters may have it in.
  using Forms = std::vector<schema::FilterWord>;
  /// The ways of one word of the query, and of each the words that must all be there.
  using Wanted = std::vector<std::vector<Forms>>;

  static Forms forms_of(const std::string& word, Analyzer& analyzer);

  std::vector<Wanted> wanted_;
};

}  // namespace kamerzoek
