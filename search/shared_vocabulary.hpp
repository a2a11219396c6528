#pragma once

#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <string>

#include "search/vocabulary.hpp"

namespace kamerzoek {

/// The vocabulary of the index in a folder, for all searchers of a process. It is read when it is
/// first asked for, and again when the index has changed and what there is has become old, beside
/// what goes on: meanwhile the old one serves. Any thread may call.
class SharedVocabulary {
 public:
  explicit SharedVocabulary(std::filesystem::path index,
                            std::chrono::steady_clock::duration lasts = std::chrono::minutes(10));

  /// Begins to read it, and does not wait.
  void prepare();

  /// As it is at hand; waits only for the very first. Null when the index cannot be read.
  std::shared_ptr<const Vocabulary> get();

 private:
  struct Snapshot {
    std::string commit;  ///< of which it is
    std::chrono::steady_clock::time_point read_at;
    std::shared_ptr<const Vocabulary> vocabulary;
  };

  static Snapshot read(const std::filesystem::path& index, const Snapshot& last);
  void refresh();

  std::filesystem::path index_;
  std::chrono::steady_clock::duration lasts_;
  std::mutex mutex_;
  Snapshot last_;
  std::shared_future<Snapshot> next_;  ///< valid while one is being read
};

}  // namespace kamerzoek
