#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/model/merge.hpp"
#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

namespace kamerzoek {

/// The one writer of an index: takes pieces, finds the record each belongs to, and writes changed
/// records in batches. A batch is one transaction: after a crash it is there whole or not at all.
/// While a writer is open no other can be (a lock in the index); readers are not disturbed.
/// For one thread at a time.
class IndexWriter {
 public:
  /// Opens the live index in `dir`, making it when there is none. Fails when it is locked,
  /// damaged, or of another version.
  static Result<IndexWriter> open(const std::filesystem::path& dir);

  /// A writer that makes, in the folder `into`, a database of the same records, which are found by
  /// their keys and by nothing else: where pieces are gathered before an index is built of them.
  /// It is not there any more after a power cut.
  static Result<IndexWriter> gather(const std::filesystem::path& into);

  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  /// Puts the piece into its record, in memory. A piece whose keys belong to several records shows
  /// that they are one, and makes them so. When enough has changed, commits.
  Result<Change> put(Piece piece);

  /// Keeps a value that is no part of a record under `key` (at most 200 bytes, and not one that
  /// begins as those in corpus/schema/record_key.hpp do), in place of an earlier one; an empty
  /// value forgets it. It is written in one transaction with the pieces put before it, or with
  /// later ones.
  void remember(std::string key, std::string value);

  /// All that is kept under keys that begin with `prefix`, as of the last commit.
  Result<std::map<std::string, std::string>> remembered(std::string_view prefix) const;

  /// Writes all that has changed since the last commit. Once it returns a loss of power
  /// takes nothing of it away. On failure nothing of it is in the index, or all where only its last
  /// sync failed; the writer must not be used any more.
  Result<void> commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
