#pragma once

#include "corpus/formats/reader.hpp"
#include "corpus/formats/zip_archive.hpp"

namespace kamerzoek {

/// Whether the archive is an Office document: Word, but Excel and PowerPoint too.
bool is_office_document(const ZipArchive& archive);

/// A Word document: the text as docx_text.hpp has it, and what document_piece.hpp makes of its
/// letterhead and its file's name; the document's properties become `kenmerken`. Headers and
/// footers, comments, pictures and linked files are not read. `archive` is that of the input.
Result<void> read_docx(ZipArchive& archive, const Input& input, const Sink& sink);

}  // namespace kamerzoek
