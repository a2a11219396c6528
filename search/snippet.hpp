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
  std::size_t words = 0;  ///< of the query, that it has
  std::size_t at = 0;     ///< of its first match, in bytes of the text
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

/// Puts a document's snippet into its result: of its text, which is long or else in `fields`, or of
/// a note that has more of what was sought; where neither has anything, of its subject or title.
/// With it the page of the passage, and its heading in a long text. Fails where the index is
/// damaged.
Result<void> add_snippet(SearchResult& result, const Fields& fields,
                         const std::optional<schema::LongText>& text, const Matcher& matcher,
                         Analyzer& analyzer);

}  // namespace kamerzoek
