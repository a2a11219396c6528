#pragma once

#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/references/citations.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The text of a document as values for its template:
///   paragraphs: [{heading, parts: [{href, link} | {note, note_id, note_href} | {plain}]}]
///   notes: [{id, number, back, parts}]
/// Links are the citations, notes stand where their mark stood. What overlaps another, or does not
/// lie on characters of one paragraph, is left out: the text is always whole.
View document_text(const Fields& fields, const std::vector<Citation>& citations);

}  // namespace kamerzoek::web
