#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/model/result.hpp"
#include "indexer/awaited_text.hpp"

namespace kamerzoek::sync {

/// The documents of an index whose text nobody has asked for yet, as of its last commit. The index
/// itself says which they are (Label::awaits_text), so that nothing else need be kept. For one
/// thread.
class TextQueue {
 public:
  explicit TextQueue(std::filesystem::path index) : index_(std::move(index)) {}

  /// The next, at most so many, in the order in which they came into the index; none at the end.
  Result<std::vector<AwaitedText>> next(std::size_t most);

  /// Begins again at the front, with those that were fetched in vain.
  void rewind() { last_ = 0; }

  /// Those among the documents with these GUIDs that await their text.
  Result<std::vector<AwaitedText>> among(const std::vector<std::string>& guids) const;

  /// How many there are.
  Result<std::size_t> size() const;

 private:
  std::filesystem::path index_;
  std::filesystem::path generation_;  ///< in which `last_` counts
  unsigned last_ = 0;                 ///< number of the record handed out last
};

}  // namespace kamerzoek::sync
