#pragma once

#include <string_view>

#include "corpus/model/record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/document_store.hpp"

namespace kamerzoek {

/// The record as the index holds it, by the table in corpus/schema: labels, and for a living
/// document the words of its fields and its values; and the record itself.
/// Throws what Xapian throws for a record past its limits (about 150 MB of data).
/// Where `schema::restore(stored)` gave the record, it is not packed again.
MadeDocument make_document(const Record& record, Analyzer& analyzer, std::string_view stored = {});

/// The record with its keys and nothing else to find it by.
MadeDocument make_keyed(const Record& record);

}  // namespace kamerzoek
