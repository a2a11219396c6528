#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

namespace kamerzoek {

struct MadeDocument;

/// What segments were built from, so that it can be told which records have changed since and which
/// share a key, without reading them again. Everything is in the order of docids.
struct BuiltRecords {
  struct State {
    std::uint64_t docid;
    std::uint64_t hash;  ///< of the record as it was stored
    std::uint64_t made;  ///< of the document made of it (`DocumentFingerprint::all`)
  };
  struct Key {
    std::uint64_t hash;
    std::uint64_t docid;
  };

  std::vector<State> states = {};
  std::vector<Key> keys = {};

  void add(std::uint64_t docid, std::string_view stored, const Record& record,
           const MadeDocument& made);
  void append(const BuiltRecords& others);

  /// As a file, for this machine and program alone: whole or not at all.
  Result<void> write(const std::filesystem::path& path) const;

  /// Fails for anything that `write` did not make.
  static Result<BuiltRecords> read(const std::filesystem::path& path);
};

std::uint64_t state_of(std::string_view stored);

}  // namespace kamerzoek
