#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// A page that was saved, or a document that was saved as one: the document, without what a site
/// puts around it (html_part.hpp, html_body.hpp). In UTF-8 or another set (html_charset.hpp).
///
/// What it is: what the metadata of officielebekendmakingen.nl say, the address it was saved from
/// (`link rel=canonical`, "saved from url"), the heading of tweedekamer.nl, and the letterhead as
/// in document_piece.hpp. A page of tweedekamer.nl that shows no more than a link to a file yields
/// what it says of the document, without text.
Result<void> read_html(const Input& input, const Sink& sink);

/// The HTML that was made of an RTF file; `input.origin` is the file.
Result<void> read_html_of_rtf(const Input& input, const Sink& sink);

}  // namespace kamerzoek
