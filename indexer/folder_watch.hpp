#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// Tells which files and folders change, by inotify: files that were written and closed or moved
/// in, and folders that appeared, with all that is in them. Not links that appear, and not what
/// vanishes. Folders are watched to any depth, new ones too. For one thread.
class FolderWatch {
 public:
  /// From now on; changes wait until they are asked for. Fails (unreadable) where a path cannot be
  /// watched, with a hint where the system allows no more watches.
  static Result<FolderWatch> open(const std::vector<std::filesystem::path>& paths);

  ~FolderWatch();
  FolderWatch(FolderWatch&&) noexcept;
  FolderWatch& operator=(FolderWatch&&) noexcept;

  /// Waits for changes, and then until there are none for `quiet` (ten times that at most): what
  /// changed, sorted, each once. When more happened than the system remembers, all the paths that
  /// are watched. Nothing when the token asks to stop.
  std::vector<std::filesystem::path> wait(
      const std::stop_token& stop,
      std::chrono::milliseconds quiet = std::chrono::milliseconds{500});

 private:
  struct State;
  explicit FolderWatch(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
