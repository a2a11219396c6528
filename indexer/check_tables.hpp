#pragma once

#include <filesystem>

#include "indexer/check.hpp"

namespace kamerzoek {

/// Xapian's own check of every file of the database in `generation`, by file, so that one that is
/// damaged does not hide another; of so many files at a time, each by a process of its own.
/// `records` is how many it should hold; 0 where that is not known.
void check_tables(const std::filesystem::path& generation, std::size_t records, unsigned at_once,
                  Findings& findings, const CheckProgress& progress);

}  // namespace kamerzoek
