#pragma once

#include <atomic>

#include <httplib.h>

#include "web/connection.hpp"

namespace kamerzoek::web {

/// The library's server with our own connections: its own reader has no limit for a whole request.
class HttpServer : public httplib::Server {
 public:
  HttpServer();

  /// False from the first call of `stop_listening` on.
  bool running() const { return !stopping_; }

  /// From any thread.
  void stop_listening();

  /// The library's queue of connections the kernel holds is five long.
  void lengthen_backlog();

 private:
  bool process_and_close_socket(socket_t socket) override;

  /// False when the connection is to be closed.
  bool answer_one(Connection& connection, bool last);

  std::atomic<bool> stopping_ = false;
  std::atomic<int> waiting_ = 0;  ///< connections without a thread
};

}  // namespace kamerzoek::web
