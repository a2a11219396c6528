#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace kamerzoek::cli {

/// How far long work is, on standard error: on a terminal a bar that is written over, otherwise a
/// line a minute. For one thread.
class ProgressBar {
 public:
  explicit ProgressBar(bool terminal) : terminal_(terminal) {}

  /// `done` of `of`, which is 0 where nobody knows. The rate is that since `what` began.
  void show(std::string_view what, std::size_t done, std::size_t of);
  /// Makes room for another line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_;
  bool shown_ = false;
  std::string what_;
  Clock::time_point last_ = Clock::now();
  Clock::time_point begun_;
  std::size_t had_ = 0;  ///< done when this began
};

/// "teksten: 1 van 4, 250 per seconde, nog 3 min"; `bar` puts one in front. `seconds` is what the
/// last `fresh` of those that are done took.
std::string progress_line(std::string_view what, std::size_t done, std::size_t of,
                          std::size_t fresh, double seconds, bool bar);

}  // namespace kamerzoek::cli
