#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "corpus/schema/stored_record.hpp"
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
/// stands where text was left out.
Passage best_passage(std::string_view text, std::string_view field, const Matcher& matcher,
                     Analyzer& analyzer);

/// The same of a long text, of which only some stretches are read: where several passages hold as
/// much it need not be the first. Fails where the index is damaged.
Result<Passage> best_passage(const schema::LongText& text, const Matcher& matcher,
                             Analyzer& analyzer);

/// The heading under which a place in a long text stands, on one line and cut at a word; empty
/// where the source marked none before it. (The page of a PDF would be found the same way, by its
/// marks.) Fails where the index is damaged.
Result<std::string> heading_before(const schema::LongText& text, std::size_t at);

/// Puts a document's snippet into its result: of its text, which is long or else in `fields`; where
/// that has nothing that was sought, of its subject or title. With it the heading of the passage in
/// a long text. Fails where the index is damaged.
Result<void> add_snippet(SearchResult& result, const Fields& fields,
                         const std::optional<schema::LongText>& text, const Matcher& matcher,
                         Analyzer& analyzer);

}  // namespace kamerzoek
