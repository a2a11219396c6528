#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/segment_name.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

// Each has six files open, and a process mostly may have 1,024.
constexpr std::size_t most_at_once = 120;

struct Segment {
  DocidRange range;
  fs::path path;
};

std::vector<Segment> all_segments(const fs::path& folder) {
  std::vector<Segment> segments;
  for (const DocidRange& range : finished_segments(folder)) {
    const fs::path path = folder / segment_name(range);
    if (fs::exists(path)) segments.push_back({range, path});
  }
  return segments;
}

void merge(const std::vector<Segment>& segments, const fs::path& into) {
  Xapian::Database all;
  for (const Segment& segment : segments) all.add_database(Xapian::Database(segment.path.string()));
  all.compact(into.string(), Xapian::DBCOMPACT_NO_RENUMBER);
}

/// Merges neighbours, so that few enough are left to be open at once.
std::vector<Segment> fewer(const std::vector<Segment>& segments, const fs::path& between) {
  std::vector<Segment> merged;
  for (std::size_t at = 0; at < segments.size(); at += most_at_once) {
    const auto begin = segments.begin() + static_cast<std::ptrdiff_t>(at);
    const auto count = std::min(most_at_once, segments.size() - at);
    const std::vector<Segment> some(begin, begin + static_cast<std::ptrdiff_t>(count));
    const DocidRange range{some.front().range.first, some.back().range.last};
    const fs::path into = between / segment_name(range);
    merge(some, into);
    merged.push_back({range, into});
  }
  return merged;
}

}  // namespace

void merge_segments(const fs::path& folder, const fs::path& between, const fs::path& into,
                    const BuildProgress& progress) {
  fs::remove_all(into);
  fs::remove_all(between);
  auto segments = all_segments(folder);
  const std::size_t count = segments.size();
  for (int level = 0; segments.size() > most_at_once; ++level) {
    progress("samenvoegen", count - segments.size(), count);
    const fs::path here = between / std::to_string(level);
    fs::create_directories(here);
    segments = fewer(segments, here);
  }
  progress("samenvoegen", count - segments.size(), count);
  if (segments.empty()) {
    const Xapian::WritableDatabase nothing(into.string(), Xapian::DB_CREATE);
  } else {
    merge(segments, into);
  }
  fs::remove_all(between);
}

}  // namespace kamerzoek
