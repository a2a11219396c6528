#pragma once

#include <cstddef>
#include <string>

#include <xapian.h>

#include "indexer/check.hpp"

namespace kamerzoek {

/// What a finding calls the record with this number: its identifier, or the number where it has
/// none or the index is too damaged to tell.
std::string name_of_record(const Xapian::Database& database, Xapian::docid docid);

enum class Depth {
  records,    ///< that they can be read
  documents,  ///< and that what is found by them is what `make_document` gives
};

/// Looks at every record by itself, and returns how many there were. Throws what Xapian throws
/// where it cannot go on.
std::size_t check_records(Xapian::Database& database, Depth depth, Findings& findings,
                          const CheckProgress& progress);

}  // namespace kamerzoek
