#pragma once

#include <xapian.h>

#include "corpus/model/record.hpp"
#include "corpus/text/analyzer.hpp"

namespace kamerzoek {

/// The record as the index holds it, by the table in corpus/schema: labels, and for a living
/// document the words of its fields and its values; the record itself is the document's data.
/// Throws what Xapian throws for a record past its limits (about 150 MB of data).
Xapian::Document make_document(const Record& record, Analyzer& analyzer);

/// The record with its keys and nothing else to find it by.
Xapian::Document make_keyed(const Record& record);

}  // namespace kamerzoek
