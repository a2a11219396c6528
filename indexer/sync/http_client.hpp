#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>

#include <tl/expected.hpp>

/// The one place that fetches over HTTP (libcurl, in http_client.cpp only).
namespace kamerzoek::sync {

struct HttpRequest {
  std::string url;                                 ///< absolute, http or https
  std::size_t most_bytes = std::size_t{64} << 20;  ///< of the body, decompressed
};

struct HttpResponse {
  int status = 0;
  std::string body;
  std::chrono::seconds retry_after{0};  ///< what the server asks to wait; 0 where it does not
};

struct HttpError {
  enum class Kind {
    transient,  ///< not reached, cut off, too slow: may go well another time
    refused,    ///< no HTTP(S), a certificate that is not trusted, a redirect to another host
    too_large,  ///< more than `most_bytes`
    stopped,    ///< the stop token asked for it
  };

  Kind kind;
  std::string message;  ///< Dutch, as in Error
};

/// A connection to servers that are kept open between requests. Certificates are verified;
/// redirects are followed within a host only (scheme, name and port), five at most; a request as a
/// whole has a deadline. For one thread.
class HttpClient {
 public:
  struct Limits {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds total{120'000};
    long slowest = 1'000;               ///< bytes a second; who stays below it …
    std::chrono::seconds slow_for{20};  ///< … for so long is given up
  };

  HttpClient();
  explicit HttpClient(const Limits& limits, std::stop_token stop = {});
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;

  /// Whatever status the server answers with is an answer; an error is that there is none. What it
  /// has been asked for before it is asked for only if it has changed, where it gave something to
  /// tell that by; the answer is that of before, with status 200, where it has not.
  tl::expected<HttpResponse, HttpError> get(const HttpRequest& request);

  /// The answer to this address was no good: it is asked for whatever has become of it.
  void forget(const std::string& url);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek::sync
