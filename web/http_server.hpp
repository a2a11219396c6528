#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"

namespace kamerzoek::web {

/// HTTP on a socket: cpp-httplib with our own connections, threads and limits, since its own reader
/// has no limit for a whole request, and its own threads go to whoever opens the most connections.
class HttpServer {
 public:
  /// What a request is answered with; called from several threads at once. May throw, which is
  /// answered with `refuse(request, 500)`.
  using Answer = std::function<Response(const Request&)>;
  /// What is said instead with this status: 429, or what the library itself refuses. Never throws.
  using Refuse = std::function<Response(const Request&, int status)>;

  /// Is told of every answer after it was sent, those to what could not be read as well; called
  /// from several threads at once. Never throws.
  using Observe =
      std::function<void(const Request&, int status, std::chrono::duration<double> took)>;

  HttpServer(Answer answer, Refuse refuse, Observe observe);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Binds the address to a port, or for 0 to a free one: the port, or 0 where it cannot be bound
  /// and `errno` says why.
  int bind(const std::string& address, int port);

  /// Answers until `stop`; the requests under way are answered first. To be called once, bound.
  void serve();

  /// From any thread, also before `serve`, which then does nothing.
  void stop();

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace kamerzoek::web
