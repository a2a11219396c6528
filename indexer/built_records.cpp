#include "indexer/built_records.hpp"

#include <array>
#include <fstream>
#include <functional>
#include <string>
#include <system_error>
#include <type_traits>

#include <fmt/format.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/durable.hpp"
#include "corpus/schema/layout.hpp"
#include "indexer/document_store.hpp"
#include "indexer/fingerprint.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

using Sizes = std::array<std::uint64_t, 2>;  // of states and of keys: what a file begins with

tl::unexpected<Error> cannot_read(const fs::path& path) {
  return failure(ErrorCode::index_unavailable,
                 fmt::format("{} is niet wat een rebuild daar schreef", path.string()),
                 "begin opnieuw: `kamerzoek rebuild --discard`, en dan `kamerzoek rebuild`");
}

template <class Range>
void append_bytes(const Range& range, std::string& bytes) {
  static_assert(std::is_trivially_copyable_v<typename Range::value_type>);
  bytes.append(reinterpret_cast<const char*>(range.data()),
               range.size() * sizeof(typename Range::value_type));
}

template <class Range>
void read_range(std::ifstream& file, Range& range) {
  file.read(reinterpret_cast<char*>(range.data()),
            static_cast<std::streamsize>(range.size() * sizeof(typename Range::value_type)));
}

}  // namespace

std::uint64_t state_of(std::string_view stored) {
  return std::hash<std::string_view>{}(stored);
}

void BuiltRecords::add(std::uint64_t docid, std::string_view stored, const Record& record,
                       const MadeDocument& made) {
  states.push_back({docid, state_of(stored), fingerprint_of(made.found_by, made.stored).all});
  for (const std::string& key : kamerzoek::keys(record)) {
    keys.push_back({std::hash<std::string>{}(key), docid});
  }
}

void BuiltRecords::append(const BuiltRecords& others) {
  states.insert(states.end(), others.states.begin(), others.states.end());
  keys.insert(keys.end(), others.keys.begin(), others.keys.end());
}

Result<void> BuiltRecords::write(const fs::path& path) const {
  std::string bytes;
  append_bytes(Sizes{states.size(), keys.size()}, bytes);
  append_bytes(states, bytes);
  append_bytes(keys, bytes);
  const auto error = schema::replace_passing_file(path, bytes);
  return error ? tl::unexpected(schema::file_error(path, error)) : Result<void>{};
}

Result<BuiltRecords> BuiltRecords::read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  Sizes sizes{};
  read_range(file, sizes);
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const std::uint64_t most = size / sizeof(Key);  // keeps the sum from running over
  if (!file || error || sizes[0] > most || sizes[1] > most ||
      size != sizeof(sizes) + sizes[0] * sizeof(State) + sizes[1] * sizeof(Key)) {
    return cannot_read(path);
  }
  BuiltRecords records;
  records.states.resize(sizes[0]);
  records.keys.resize(sizes[1]);
  read_range(file, records.states);
  read_range(file, records.keys);
  if (!file) return cannot_read(path);
  return records;
}

}  // namespace kamerzoek
