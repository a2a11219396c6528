#pragma once

#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/references/citations.hpp"
#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The text of a document as values for its template:
///   paragraphs: [{heading, id, parts: [{href, link} | {note, note_id, note_href} |
///                {mark, mark_id, mark_href, mark_label} | {plain}]}]
///   contents: [{href, text}], the headings of a text that is long and has several; else empty
///   marks: how many words are marked
///   notes: [{id, number, back, parts}]
/// Links are the citations, notes stand where their mark stood; `found` are the words to mark, each
/// with the address of the next. What overlaps another, or does not lie on characters of one
/// paragraph, is left out: the text is always whole.
View document_text(const Fields& fields, const std::vector<Citation>& citations,
                   const std::vector<TextSpan>& found = {});

}  // namespace kamerzoek::web
