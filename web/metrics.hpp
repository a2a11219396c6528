#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek::web {

/// Where connections are, and why some were closed before their request was there.
struct ConnectionCounts {
  std::atomic<std::size_t> waiting = 0;  ///< for a request, or to be left
  std::atomic<std::size_t> queued = 0;   ///< with a request, for a thread
  std::atomic<std::size_t> served = 0;
  std::atomic<std::uint64_t> too_slow = 0;   ///< closed in the middle of a request
  std::atomic<std::uint64_t> made_room = 0;  ///< closed for a newer one
};

/// Counts answers by route, status and the time they took. Its memory is bounded by the number of
/// routes, whatever is asked. Any thread; counting takes no lock.
class Metrics {
 public:
  /// The names of the routes; they must outlive this.
  explicit Metrics(std::vector<std::string_view> routes);

  /// An answer that took so long; of a route that is none of those given it counts under "other",
  /// and so does a status that no page of ours has.
  void count(std::string_view route, int status, std::chrono::duration<double> took);

  /// For who has connections, to count them in.
  ConnectionCounts& connections() { return connections_; }

  /// All counts in the text format of Prometheus, version 0.0.4; of answers, those that are zero
  /// are left out.
  std::string text() const;

 private:
  /// Upper bounds, in seconds; behind them one for what takes longer.
  static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                        0.1,   0.25,   0.5,   1.0,  2.5,   10.0};
  static constexpr std::array statuses = {200, 204, 301, 302, 304, 400, 404,
                                          405, 413, 414, 429, 500, 503};
  using Counter = std::atomic<std::uint64_t>;

  struct OfRoute {
    std::array<Counter, statuses.size() + 1> answers = {};
    std::array<Counter, bounds.size() + 1> times = {};  ///< each those above the bound before
    Counter microseconds = 0;
  };

  std::string_view name(std::size_t route) const;
  void write_answers(std::string& text) const;
  void write_times(std::string& text) const;
  void write_connections(std::string& text) const;

  std::vector<std::string_view> routes_;
  std::unique_ptr<OfRoute[]> counts_;  ///< one more than there are routes: the last is "other"
  ConnectionCounts connections_;
};

/// What stands above the samples of a metric; `type` is counter, gauge or histogram.
std::string metric_heading(std::string_view name, std::string_view type, std::string_view help);

/// A value between the quotes of a label.
std::string metric_label(std::string_view value);

}  // namespace kamerzoek::web
