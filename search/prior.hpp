#pragma once

#include <vector>

#include <xapian.h>

#include "search/columns.hpp"

namespace kamerzoek {

/// What a document counts for before a word is compared, by docid, in units of its score: a mild
/// preference for recent papers, for letters and bills over agendas, and for papers that others
/// cite. Together about a tenth of a word of a query, so that it orders what words hardly tell
/// apart. The newest paper of the index is the measure of recent, so that an answer does not depend
/// on the day it is asked. Throws what Xapian throws.
std::vector<float> prior_weights(const Xapian::Database& database, const Columns& columns);

/// Adds to every match of `query` its prior weight. The columns must outlive the query.
Xapian::Query with_prior(const Xapian::Query& query, const Columns& columns);

}  // namespace kamerzoek
