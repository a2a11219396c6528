#pragma once

#include <string>
#include <vector>

#include "corpus/references/spelling_tokens.hpp"

/// Names of papers outside parliament, and numbers that are names by themselves. Each function
/// reads its kind at the cursor and moves on, or returns an empty id and stays.
namespace kamerzoek::spelling {

/// `Stb. 2024, 123`, `Staatscourant 2024, nr. 4567`, `Trb. 2024, 12`; the id is stb-2024-123.
std::string read_publication(Cursor& at);
/// `ECLI:NL:HR:2019:2006`.
std::string read_ecli(Cursor& at);
/// `CELEX:32016R0679`, `CELEX-nummer 32016R0679`, `32016R0679`, `02016R0679-20160504`; the id
/// begins with `CELEX:`.
std::string read_celex(Cursor& at);
/// `2025D27614`, `2025Z12077`.
std::string read_document_number(Cursor& at);
/// `kst-34682-228`, `blg-1190000`, `stb-2024-123`: the longest there is, and further spellings of
/// it in `others`.
std::string read_identifier(Cursor& at, std::vector<std::string>& others);

}  // namespace kamerzoek::spelling
