#pragma once

#include "corpus/formats/reader.hpp"
#include "corpus/formats/zip_archive.hpp"

namespace kamerzoek {

/// Whether the archive is an OpenDocument file: a text, but a spreadsheet too.
bool is_open_document(const ZipArchive& archive);

/// An OpenDocument text: the text as odt_text.hpp has it, and what document_piece.hpp makes of its
/// letterhead and its file's name; title and subject become `kenmerken`. Headers and footers,
/// comments, pictures and linked files are not read. `archive` is that of the input.
Result<void> read_odt(ZipArchive& archive, const Input& input, const Sink& sink);

}  // namespace kamerzoek
