#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "search/dossier_page.hpp"

namespace kamerzoek {

/// Those of `documents` that held documents cite most, by their id or their document number: at
/// most `count`, most cited first, then in the order given. None that nobody cites.
std::vector<CitedDocument> most_cited(const Xapian::Database& database,
                                      const std::vector<SearchResult>& documents,
                                      std::size_t count);

}  // namespace kamerzoek
