#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "corpus/model/record.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/matcher.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// A stretch of a text with the words apart that matched.
struct Passage {
  Snippet parts;
  bool has_match = false;
  std::size_t at = 0;  ///< of its first match, in bytes of the text
};

/// The passage of a field's text that holds most of what was sought, cut at words and about 240
/// bytes long; where several do, the first. Without a match the beginning of the text. An ellipsis
/// stands where text was left out. Of a long text the best passage that promising_stretches offers,
/// so that the time does not grow with the length by more than some milliseconds a megabyte.
Passage best_passage(std::string_view text, std::string_view field, const Matcher& matcher,
                     Analyzer& analyzer, const std::set<WordWay>& absent = {});

/// The heading under which a place in a long text stands, on one line and cut at a word; empty
/// where the source marked none before it, and in short texts. (The page of a PDF would be found
/// the same way, by its marks.)
std::string heading_before(const Fields& fields, std::size_t at);

/// Puts a document's snippet into its result: of its text; where that has nothing that was sought,
/// of its subject or title. With it the heading of the passage.
void add_snippet(SearchResult& result, const Fields& fields, const Matcher& matcher,
                 Analyzer& analyzer, const std::set<WordWay>& absent = {});

}  // namespace kamerzoek
