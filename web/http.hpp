#pragma once

#include <string>

/// A request and its answer as plain values, so that pages can be made without a socket.
namespace kamerzoek::web {

struct Request {
  std::string method = "GET";
  std::string target = {};  ///< path and query as they were sent: /zoeken?q=a%20b
  std::string host = {};    ///< the Host header; whoever prints it checks it first
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::string location = {};  ///< of a redirect; always a path on this site
  std::string cache = "no-cache";
};

}  // namespace kamerzoek::web
