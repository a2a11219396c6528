#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

#include "corpus/model/result.hpp"
#include "indexer/built_records.hpp"

namespace kamerzoek {

/// How much of the machine a build may take.
struct BuildLimits {
  std::size_t memory = std::size_t{1} << 30;  ///< in bytes, as far as it depends on the build
  unsigned threads = 0;                       ///< 0: one a core
};

/// Called now and then, by the caller's thread: what is being done, how far, of how many.
using BuildProgress = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

/// Makes the documents of all records of the database `from` anew, on several threads, as segments
/// in the existing folder `into`: databases of a range of docids each, small, because Xapian is
/// slow at large ones (docs/benchmarks.md). Docids stay as they are. What
/// the folder has of an earlier call is kept and built on. The database may be written to
/// meanwhile: each record is as it was at one moment. Returns what was built, of earlier calls
/// too. Fails at the first record that cannot be read and where the disk gives an error; finished
/// segments stay.
Result<BuiltRecords> build_segments(const std::filesystem::path& from,
                                    const std::filesystem::path& into, const BuildLimits& limits,
                                    const BuildProgress& progress);

/// Merges all segments into the new database `into`, in steps where there are many; `between` is a
/// folder for those, which is made and removed. Segments stay, for a merge that is stopped. Throws
/// what Xapian throws, and filesystem_error.
void merge_segments(const std::filesystem::path& segments, const std::filesystem::path& between,
                    const std::filesystem::path& into, const BuildProgress& progress);

}  // namespace kamerzoek
