#include "indexer/segment_name.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr const char* marker = ".built";

std::optional<DocidRange> range_of(std::string_view name) {
  DocidRange range{};
  const char* end = name.data() + name.size();
  const auto first = std::from_chars(name.data(), end, range.first);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '-') return std::nullopt;
  const auto last = std::from_chars(first.ptr + 1, end, range.last);
  if (last.ec != std::errc{} || last.ptr != end) return std::nullopt;
  return range;
}

}  // namespace

std::string segment_name(const DocidRange& range) {
  return std::to_string(range.first) + "-" + std::to_string(range.last);
}

fs::path marker_of(const fs::path& segment) {
  fs::path path = segment;
  path += marker;
  return path;
}

std::vector<DocidRange> finished_segments(const fs::path& folder) {
  std::vector<DocidRange> ranges;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != marker) continue;
    if (const auto range = range_of(at->path().stem().string())) ranges.push_back(*range);
  }
  std::ranges::sort(ranges, {}, &DocidRange::first);
  return ranges;
}

}  // namespace kamerzoek
