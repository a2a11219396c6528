#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>

#include "corpus/model/result.hpp"
#include "indexer/build_folder.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {

struct RebuildOptions {
  BuildLimits limits = {};
  /// How long to wait, at the end, for a process that writes to the live index.
  std::chrono::seconds patience{600};
};

/// Makes the index in `dir` anew from the records it holds, as a new generation beside the live
/// one, which it then replaces. Reads any schema and analysis version whose records this program
/// understands. Readers and writers go on meanwhile; what they write is in the new generation too,
/// and they are kept waiting for the few seconds it takes to see to that. One that was interrupted
/// goes on where it was, and the live index is as it was. Returns the number of records.
Result<std::size_t> rebuild(const std::filesystem::path& dir, const RebuildOptions& options,
                            const BuildProgress& progress);

/// Removes what an interrupted rebuild left.
Result<void> discard_rebuild(const std::filesystem::path& dir);

/// Merges the segments of `build`, which are of the records `built`, into its generation, and looks
/// whether that is sound (check_build.hpp). Where it is not, what was built is removed, so that the
/// next build does not go on with it; where the disk is at fault, it stays.
Result<void> merge_build(BuildFolder& build, const BuiltRecords& built,
                         const BuildProgress& progress);

/// The end of every build: the records of `from`, in the generation's folder of `build`, take over
/// as the live generation of the index in `dir`, and the one of before goes. Nobody may write to
/// the live index or `from` meanwhile. Returns the number of records. Throws what Xapian throws.
Result<std::size_t> take_over(const std::filesystem::path& dir, BuildFolder& build,
                              const std::filesystem::path& from, BuiltRecords built);

}  // namespace kamerzoek
