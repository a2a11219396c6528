#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_paths.hpp"
#include "indexer/index_writer.hpp"

namespace kamerzoek::sync {

/// What a run did, counted in pieces of records; `skipped` in parts that could not be read.
struct SyncReport : IndexReport {
  std::size_t texts = 0;  ///< documents whose text was fetched
};

/// Brings what was fetched into the index. The index is locked from the first piece to the next
/// commit, not longer, so that others can write to it as well. For one thread.
class Intake {
 public:
  using Skipped = std::function<void(const std::string& where, const Error&)>;

  Intake(std::filesystem::path dir, Skipped skipped)
      : dir_(std::move(dir)), skipped_(std::move(skipped)) {}

  /// Reads a page of OData. What the pieces of relations say is at least as new as `shown_since`,
  /// where that is not empty: the stamp of a change in what they show.
  Result<void> take_page(const std::string& body, const std::string& where,
                         const std::string& shown_since = {});

  Result<Change> put(Piece piece);

  /// Something could not be read; the rest goes on.
  void skip(const std::string& where, const Error& why);

  /// Keeps a value in one transaction with the pieces put before (IndexWriter::remember). Where it
  /// is what is kept already nothing is written.
  Result<void> remember(const std::string& key, const std::string& value);

  /// What was kept under keys that begin with `prefix`, without that prefix.
  Result<std::map<std::string, std::string>> remembered(const std::string& prefix);

  /// Writes what has changed, if anything has, and lets go of the index.
  Result<void> commit();

  /// Lets go of the index without writing what was put since the last commit.
  void forget();

  /// The GUIDs of documents that pages have added or changed since this was asked last.
  std::vector<std::string> take_changed_documents() { return std::exchange(documents_, {}); }

  SyncReport& report() { return report_; }

 private:
  Result<IndexWriter*> writer();
  Result<void> take(Piece piece);

  std::filesystem::path dir_;
  Skipped skipped_;
  std::optional<IndexWriter> writer_;
  std::map<std::string, std::string> kept_;
  bool changed_ = false;
  std::vector<std::string> documents_;
  SyncReport report_;
};

}  // namespace kamerzoek::sync
