#pragma once

#include <vector>

#include <xapian.h>

#include "search/columns.hpp"

namespace kamerzoek {

/// The documents that have one of these values, without weight.
Xapian::Query column_filter(const Columns& columns, const std::vector<Columns::Code>& codes);

/// These documents, ascending, without weight.
Xapian::Query docid_filter(std::vector<Xapian::docid> docids);

}  // namespace kamerzoek
