#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace kamerzoek {

/// Docids, both ends included.
struct DocidRange {
  Xapian::docid first;
  Xapian::docid last;
};

/// The folder name of the segment of these docids, "1-512".
std::string segment_name(const DocidRange& range);

/// The file beside a segment that says that it is finished (BuiltRecords). A range without records
/// has this file alone.
std::filesystem::path marker_of(const std::filesystem::path& segment);

/// The ranges of all finished segments in the folder, in the order of docids.
std::vector<DocidRange> finished_segments(const std::filesystem::path& folder);

}  // namespace kamerzoek
