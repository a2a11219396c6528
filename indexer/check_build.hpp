#pragma once

#include <filesystem>
#include <string>

#include "indexer/built_records.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {

/// Looks whether the database `generation`, which nobody writes to, is what was built: its files by
/// Xapian's own check, every record and its terms by what is known of it, the posting lists by how
/// many records each term has. What that leaves out, positions and values, is looked at as far as
/// the files are (ARCHITECTURE.md, decision 38). Returns what is wrong, in Dutch; empty where
/// nothing is. Throws what Xapian throws.
std::string fault_of_build(const std::filesystem::path& generation, const BuiltRecords& built,
                           const BuildProgress& progress);

}  // namespace kamerzoek
