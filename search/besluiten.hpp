#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "search/searcher.hpp"

namespace kamerzoek {

/// The decisions on a zaak, with their votes. Xapian throws what is wrong with the index, a record
/// that cannot be read is an error.
Result<std::vector<Besluit>> besluiten_of(const Xapian::Database& database,
                                          const std::string& zaak);

}  // namespace kamerzoek
