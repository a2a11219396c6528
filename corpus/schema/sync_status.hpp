#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "corpus/model/result.hpp"

namespace kamerzoek::schema {

/// How an index that follows a source stands to it. It lies beside the index, in a file of its own:
/// that nothing is new is told every minute, and must not make readers take up the index anew.
/// Moments are ISO 8601 in UTC.
struct SyncStatus {
  std::string bron;        ///< address of the source
  std::string bereikt;     ///< when the source answered last; empty: never
  std::string bijgewerkt;  ///< all that the source had then is in the index; empty: never yet
  bool gevuld = false;     ///< the first fill is done
  std::string fout;        ///< why the last attempt failed; empty where it did not

  bool operator==(const SyncStatus&) const = default;
};

/// How long ago `bijgewerkt` was; nothing where it never was. A moment that lies ahead is now.
std::optional<std::chrono::seconds> behind(const SyncStatus& status,
                                           std::chrono::system_clock::time_point now);

/// Of the index in `dir`; nothing where it follows no source, or the file cannot be read.
std::optional<SyncStatus> sync_status(const std::filesystem::path& dir);

/// In place of an earlier one; a reader sees the one or the other.
Result<void> keep_sync_status(const std::filesystem::path& dir, const SyncStatus& status);

}  // namespace kamerzoek::schema
