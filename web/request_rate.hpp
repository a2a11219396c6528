#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace kamerzoek::web {

/// A token bucket for each client: it holds `burst` requests and fills up again by `per_second`.
/// Any thread.
class RequestRate {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    double per_second;
    double burst;
    std::size_t most_clients;  ///< with a bucket at once
  };

  explicit RequestRate(Limits limits) : limits_(limits) {}

  /// Counts a request. Zero when it may be answered, else how long to wait before the next one may.
  /// When more clients than there are buckets come at once, the others are let through: the limit
  /// is against the one that asks too much, and would only shut out those that do not.
  std::chrono::duration<double> wait(const std::string& client, Clock::time_point now);

 private:
  struct Bucket {
    double requests;  ///< that may still come, at `filled`
    Clock::time_point filled;
  };

  double filled_to(const Bucket& bucket, Clock::time_point now) const;
  /// Forgets the buckets that are full; they are as good as new ones.
  void forget_full_buckets(Clock::time_point now);

  Limits limits_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
  Clock::time_point next_clearance_ = {};
};

}  // namespace kamerzoek::web
