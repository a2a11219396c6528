#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/model/result.hpp"

/// A request and its answer as plain values, so that pages can be made without a socket.
namespace kamerzoek::web {

struct Request {
  std::string method = "GET";
  std::string target = {};  ///< path and query as they were sent: /zoeken?q=a%20b
  std::string host = {};    ///< the Host header; whoever prints it checks it first
  std::string accept_encoding = {};
  std::string if_none_match = {};
};

/// The body of a long answer: each call makes the next part, an empty one at the end. Called by one
/// thread while the answer is sent, so that the whole is never in memory.
using Parts = std::function<Result<std::string>()>;

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body = {};
  std::string location = {};  ///< of a redirect; always a path on this site
  std::string cache = "no-cache";
  unsigned retry_after = 0;  ///< seconds, of an answer that may be another one later; 0: not told
  /// What else stands in the header; `finished` (answer.hpp) adds most of it.
  std::vector<std::pair<std::string, std::string>> headers = {};
  Parts parts = {};  ///< instead of `body`; one that fails cuts the answer short, which is seen
};

/// What happened to a request, for who counts and keeps a log.
struct Answered {
  Request request = {};
  std::string client = {};   ///< whom it was counted for (client.hpp)
  std::string version = {};  ///< "HTTP/1.1"; as the next two it is what the client sent
  std::string referer = {};
  std::string user_agent = {};
  int status = 0;
  std::size_t bytes = 0;                    ///< sent, with the header of the answer
  std::chrono::duration<double> took = {};  ///< from the request's last byte to the answer's
};

}  // namespace kamerzoek::web
