#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/references/citations.hpp"
#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The text of a document as values for its template:
///   paragraphs: [{heading, id, parts: [{href, link} | {note, note_id, note_href} |
///                {page, page_id} | {mark, mark_id, mark_href, mark_label} | {plain}]}]
///   contents: [{href, text}], the headings of a text that is long and has several; else empty
///   marks: how many words are marked
///   notes: [{id, number, back, parts}]
/// Links are the citations, notes stand where their mark stood, and pages where they begin; `found`
/// are the words to mark, each with the address of the next. What overlaps another, or does not lie
/// on characters of one paragraph, is left out: the text is always whole.
View document_text(const Fields& fields, const std::vector<Citation>& citations,
                   const std::vector<TextSpan>& found = {});

/// Where on the page of a document a note is, by its place from 1, and where a page of print
/// begins.
std::string note_anchor(std::size_t place);
std::string page_anchor(const std::string& number);

}  // namespace kamerzoek::web
