#pragma once

#include <string>
#include <vector>

#include "corpus/model/record.hpp"

/// How pieces become one record. The result does not depend on the order in which pieces of
/// different sources, names or versions arrive, nor on how often they do.
namespace kamerzoek {

enum class Change { none, added, updated, withdrawn };

/// Puts a piece into the record it belongs to. Of two pieces with the same source and name the one
/// with the later stamp stays. With equal stamps, or without: a file read again replaces what it
/// said before, and so does a line of JSON Lines; of anything else the one that says more stays.
/// Returns what became of the record: `added` when it held nothing that lives, `withdrawn` when
/// nothing lives in it any more, `none` when the record is the same as before.
Change put(Record& record, Piece piece);

/// Makes two records one, because a piece has shown that they are the same. Pieces of both are
/// kept, by the rule of `put`.
void absorb(Record& into, Record&& other);

/// Every key under which the record is known, sorted and unique.
std::vector<std::string> keys(const Record& record);

/// The record's one identifier: publication identifier, else document number (or zaak number …),
/// else the first other key. Of several publication identifiers the shortest, then the first.
std::string id(const Record& record);

/// Nothing but withdrawn pieces: kept so that an older piece cannot bring the record back.
bool withdrawn(const Record& record);

/// The merged fields. For each field the first source that has it: odata, kst-xml, opentk, jsonl,
/// html, docx, odt, rtf, doc, pdf, text; and within a source the later stamp. Text, its marks and
/// notes come together from one piece: kst-xml, jsonl, docx, odt, html, rtf, doc, opentk, text,
/// pdf. Zaken and dossiers are united over the sources.
Fields view(const Record& record);

/// The piece that the view has its text, marks and notes from; null where no piece has text.
const Piece* piece_of_text(const Record& record);

}  // namespace kamerzoek
