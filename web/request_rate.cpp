#include "web/request_rate.hpp"

#include <algorithm>

namespace kamerzoek::web {

using Seconds = std::chrono::duration<double>;

double RequestRate::filled_to(const Bucket& bucket, Clock::time_point now) const {
  const double seconds = Seconds(now - bucket.filled).count();
  return std::min(limits_.burst, bucket.requests + seconds * limits_.per_second);
}

void RequestRate::forget_full_buckets(Clock::time_point now) {
  // Looking through all of them for every request would be a burden of its own.
  if (now < next_clearance_) return;
  next_clearance_ = now + std::chrono::seconds(1);
  std::erase_if(buckets_,
                [&](const auto& entry) { return filled_to(entry.second, now) >= limits_.burst; });
}

Seconds RequestRate::wait(const std::string& client, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= limits_.most_clients && !buckets_.contains(client)) {
    forget_full_buckets(now);
    if (buckets_.size() >= limits_.most_clients) return Seconds(0);
  }
  Bucket& bucket = buckets_.try_emplace(client, Bucket{limits_.burst, now}).first->second;
  bucket = {filled_to(bucket, now), now};
  if (bucket.requests < 1) return Seconds((1 - bucket.requests) / limits_.per_second);
  bucket.requests -= 1;
  return Seconds(0);
}

}  // namespace kamerzoek::web
