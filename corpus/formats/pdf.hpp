#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// A PDF: the text as pdf_text.hpp has it, and what document_piece.hpp makes of its letterhead and
/// its file's name. A PDF without text, a scan, is a piece without text, whose `kenmerken` say so.
/// In the process that calls it; see pdf_pages.hpp for what that risks.
Result<void> read_pdf(const Input& input, const Sink& sink);

}  // namespace kamerzoek
