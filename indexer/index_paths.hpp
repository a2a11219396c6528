#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/model/merge.hpp"
#include "corpus/model/result.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {

/// What a run of the indexer did, counted in pieces of records (a motion, a zaak, a deletion) and,
/// for `skipped`, in files and parts of files. read = added + updated + unchanged + deleted.
struct IndexReport {
  std::size_t read = 0;
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t deleted = 0;
  std::size_t skipped = 0;
  double seconds = 0;
};

/// Counts a piece, by what became of it.
void count(Change change, IndexReport& report);

struct IndexListener {
  /// Something was skipped: where ("map/bestand.xml", "export.jsonl, regel 12") in printable UTF-8,
  /// and why.
  std::function<void(const std::string& where, const Error&)> skipped;
  /// Called now and then, while files are read.
  std::function<void(const IndexReport&)> progress;
  /// The same while an index is built of what was read.
  BuildProgress building;
};

struct IndexOptions {
  /// The command of the process that reads hazardous files (extractor.hpp).
  std::vector<std::string> reader = {};
  BuildLimits limits = {};
  /// Files that are smaller together, in bytes, are added to the index batch by batch.
  std::uintmax_t least_bulk = std::uintmax_t{32} << 20;
};

/// Reads files and folders and brings what they hold into the index in `dir`: batch by batch, or,
/// where more comes than is there, by building the index anew (bulk_index.hpp). Either gives the
/// same index. Reading and writing go on side by side; the listener is called by the caller's
/// thread. Fails only when the index cannot be written; what was committed before stays.
Result<IndexReport> index_paths(const std::filesystem::path& dir,
                                const std::vector<std::filesystem::path>& paths,
                                const IndexOptions& options, const IndexListener& listener);

}  // namespace kamerzoek
