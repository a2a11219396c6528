#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "indexer/sync/sync.hpp"

namespace kamerzoek::cli {

/// How far a sync is, on standard error: on a terminal a bar that is written over, otherwise a line
/// a minute.
class SyncProgress {
 public:
  explicit SyncProgress(bool terminal) : terminal_(terminal) {}

  void show(const sync::Progress& progress);
  /// Makes room for another line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_;
  bool shown_ = false;
  Clock::time_point last_ = Clock::now();
  std::optional<sync::Progress::Phase> phase_;
  Clock::time_point begun_;
  std::size_t had_ = 0;  ///< done when the phase began
};

/// "1 van 4 gelezen, 250 per seconde, nog 3 min"; `bar` puts one in front.
std::string progress_line(const sync::Progress& progress, std::size_t had, double seconds,
                          bool bar);

}  // namespace kamerzoek::cli
