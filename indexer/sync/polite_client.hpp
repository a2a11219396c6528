#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "indexer/sync/http_client.hpp"

namespace kamerzoek::sync {

/// Time, so that tests do not wait for it.
struct Clock {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<void(std::chrono::milliseconds)> sleep;  ///< or less, when asked to stop
  std::function<double()> jitter;                        ///< from 0 to 1, another each time
};

/// The real one; its sleep ends when the token asks.
Clock real_clock(const std::stop_token& stop);

struct Manners {
  double requests_a_second = 4;
  int attempts = 6;                             ///< of one request, the first included
  std::chrono::milliseconds first_wait{1'000};  ///< before the second attempt; then twice as long
  std::chrono::milliseconds longest_wait{60'000};
  std::chrono::seconds most_patience{600};  ///< for Retry-After; who asks for more gets no more
};

/// A client that asks no more often than it may, and again, ever later, when a server is busy (429)
/// or fails (5xx), when the connection does, or when the answer is not what was asked for. For one
/// thread.
class PoliteClient {
 public:
  /// What is wrong with the body of an answer with status 200; nothing where nothing is.
  using Check = std::function<std::optional<std::string>(const HttpResponse&)>;

  PoliteClient(HttpClient client, Clock clock, Manners manners)
      : client_(std::move(client)), clock_(std::move(clock)), manners_(manners) {}

  /// An answer with a status that is not 429 or 5xx and, if 200, passes the check. The error is the
  /// last attempt's.
  tl::expected<HttpResponse, HttpError> get(const HttpRequest& request, const Check& check = {});

 private:
  void wait_for_turn();
  std::chrono::milliseconds pause(int attempt) const;

  HttpClient client_;
  Clock clock_;
  Manners manners_;
  std::optional<std::chrono::steady_clock::time_point> last_;
};

}  // namespace kamerzoek::sync
