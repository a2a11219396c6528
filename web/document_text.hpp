#pragma once

#include "corpus/model/record.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The text of a document as values for its template:
///   paragraphs: [{heading, parts: [{href, link} | {note, note_id, note_href} | {plain}]}]
///   notes: [{id, number, text, back}]
/// Links are the marked citations, notes stand where their mark stood. Marks that overlap another,
/// or that do not lie on characters of one paragraph, are left out: the text is always whole.
View document_text(const Fields& fields);

}  // namespace kamerzoek::web
