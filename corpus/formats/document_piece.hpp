#pragma once

#include <string>
#include <vector>

#include "corpus/formats/reader.hpp"
#include "corpus/model/record.hpp"

namespace kamerzoek {

/// The piece of a document that comes as a file of its own and says in words what it is: plain
/// text, Word, PDF. `fields` has what the format gave, `tekst` with its marks and notes first of
/// all; added are number, dossier, kind, date and subject from the letterhead, where the text
/// begins with one, and those who signed.
///
/// Its keys are what it is known to be: `named` (from inside the file), the number in its
/// letterhead, the name of the file where that is a document number or publication identifier
/// (2025D27614.docx, "kst-34682-228 (1).pdf"). A file that is known to be another publication than
/// its letterhead says is an annex that begins with a letter: nothing is taken from that head.
/// Without any the key is made from the file's address.
Piece document_piece(Source source, const Input& input, Fields fields,
                     std::vector<std::string> named = {});

}  // namespace kamerzoek
