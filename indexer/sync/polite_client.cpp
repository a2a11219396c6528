#include "indexer/sync/polite_client.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <utility>

#include <fmt/format.h>

namespace kamerzoek::sync {
namespace {

using std::chrono::milliseconds;

/// What an attempt came to, if not to an answer.
struct Setback {
  HttpError error;
  std::chrono::seconds retry_after{0};
};

std::optional<Setback> setback_of(const tl::expected<HttpResponse, HttpError>& answer,
                                  const PoliteClient::Check& check) {
  if (!answer) return Setback{answer.error()};
  const int status = answer->status;
  if (status == 429 || status >= 500) {
    return Setback{{HttpError::Kind::transient, fmt::format("de server antwoordt {}", status)},
                   answer->retry_after};
  }
  if (status != 200 || !check) return std::nullopt;
  if (auto wrong = check(*answer)) {
    return Setback{{HttpError::Kind::transient, *std::move(wrong)}};
  }
  return std::nullopt;
}

}  // namespace

Clock real_clock(const std::stop_token& stop) {
  return {.now = [] { return std::chrono::steady_clock::now(); },
          .sleep =
              [stop](milliseconds time) {
                std::mutex mutex;
                std::condition_variable_any woken;
                std::unique_lock lock(mutex);
                woken.wait_for(lock, stop, time, [] { return false; });
              },
          .jitter =
              [engine = std::mt19937(std::random_device{}())]() mutable {
                return std::uniform_real_distribution<double>(0, 1)(engine);
              }};
}

void PoliteClient::wait_for_turn() {
  const auto interval = std::chrono::duration_cast<std::chrono::steady_clock::duration>(
      std::chrono::duration<double>(1 / manners_.requests_a_second));
  if (last_) {
    const auto wait = *last_ + interval - clock_.now();
    if (wait > wait.zero()) clock_.sleep(std::chrono::ceil<milliseconds>(wait));
  }
  last_ = clock_.now();
}

/// Half of it is chance, so that clients that failed together do not come back together.
milliseconds PoliteClient::pause(int attempt) const {
  const milliseconds whole =
      std::min(manners_.longest_wait, manners_.first_wait * (1 << std::min(attempt, 16)));
  return whole / 2 + std::chrono::duration_cast<milliseconds>(whole / 2 * clock_.jitter());
}

tl::expected<HttpResponse, HttpError> PoliteClient::get(const HttpRequest& request,
                                                        const Check& check) {
  for (int attempt = 0;; ++attempt) {
    wait_for_turn();
    auto answer = client_.get(request);
    const auto setback = setback_of(answer, check);
    if (!setback) return answer;
    client_.forget(request.url);
    const bool hopeless = setback->error.kind != HttpError::Kind::transient ||
                          setback->retry_after > manners_.most_patience ||
                          attempt + 1 >= manners_.attempts;
    if (hopeless) return tl::unexpected(setback->error);
    clock_.sleep(std::max(pause(attempt), milliseconds(setback->retry_after)));
  }
}

}  // namespace kamerzoek::sync
