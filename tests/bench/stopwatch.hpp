#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace kamerzoek::bench {

/// What `work()` takes of a processor, in milliseconds, by this thread: what else runs on the
/// machine hardly matters.
template <class Work>
double processor_time(Work work) {
  const auto now = [] {
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begin = now();
  work();
  return now() - begin;
}

/// The value that this part of the values, of which there is one at least, is not above.
inline double percentile(std::vector<double> values, double part) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

}  // namespace kamerzoek::bench
