#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/model/merge.hpp"
#include "corpus/model/result.hpp"

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
  /// Called now and then.
  std::function<void(const IndexReport&)> progress;
};

/// Reads files and folders and brings what they hold into the index in `dir`. Reading and writing
/// go on side by side; the listener is called by the caller's thread. `reader` is the command of
/// the process that reads hazardous files (extractor.hpp). Fails only when the index cannot be
/// written; what was committed before stays.
Result<IndexReport> index_paths(const std::filesystem::path& dir,
                                const std::vector<std::filesystem::path>& paths,
                                const std::vector<std::string>& reader,
                                const IndexListener& listener);

}  // namespace kamerzoek
