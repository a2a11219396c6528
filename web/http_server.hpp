#pragma once

#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"
#include "web/metrics.hpp"

namespace kamerzoek::web {

/// HTTP on a socket: cpp-httplib reads a request and writes its answer; connections, threads and
/// limits are ours, since its own threads wait for whoever is slow, and go to whoever opens the
/// most connections. A connection is in one of three places: at the reception until its request is
/// there, in the queue of the workers, with a worker; and then at the reception again.
class HttpServer {
 public:
  /// What a request is answered with; called from several threads at once. May throw, which is
  /// answered with `refuse(request, 500)`.
  using Answer = std::function<Response(const Request&)>;
  /// What is said instead with this status: 429, 503 where too many wait, or what the library
  /// itself refuses. Never throws.
  using Refuse = std::function<Response(const Request&, int status)>;

  /// Is told of every answer after it was sent, those to what could not be read as well; called
  /// from several threads at once. Never throws.
  using Observe = std::function<void(const Answered&)>;

  /// Counts its connections into `counts`, which outlives this. Throws std::system_error where the
  /// system has no descriptor left.
  HttpServer(Answer answer, Refuse refuse, Observe observe, ConnectionCounts& counts);
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
