#pragma once

#include <xapian.h>

#include "indexer/check.hpp"

namespace kamerzoek {

/// The two ways Xapian keeps which record has which term, held against each other: posting lists,
/// by which a search finds, and term lists. Besides, keys of several records, the lengths of
/// documents and their number. Throws what Xapian throws, DatabaseModifiedError when a writer has
/// gone on too far too often.
void check_postings(Xapian::Database& database, Findings& findings, const CheckProgress& progress);

}  // namespace kamerzoek
