#pragma once

#include <string>

#include <httplib.h>

#include "web/connection.hpp"
#include "web/http.hpp"
#include "web/workers.hpp"

namespace kamerzoek::web {

/// A Connection as the library wants to see it: the request is there, and writing waits by itself.
class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(Connection& connection) : connection_(connection) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* into, std::size_t size) override { return connection_.read(into, size); }
  ssize_t write(const char* from, std::size_t size) override {
    return connection_.write(from, size);
  }
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
};

/// A request on its way. While it is answered for a client of a proxy, it counts as one of that
/// client's threads. One thread.
class Exchange {
 public:
  /// Whether a thread was free for it, or it is told that too many wait.
  enum class Room { enough, none };

  Exchange(Connection& from, Workers& by, Room room);
  ~Exchange();
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  /// Takes over what the library has read, and takes out of it what is not left to the library.
  void take_over(httplib::Request& request);

  /// False where a proxy asks for a client that has its share of threads.
  bool begin();

  Room room() const { return room_; }
  Connection& connection() { return connection_; }
  /// Whether what follows on the connection is the next request.
  bool read_whole() const { return read_whole_; }

  Answered answered = {};  ///< its status is 0 until there is an answer

 private:
  Connection& connection_;
  Workers& workers_;
  Room room_;
  bool is_forwarded_ = false;
  bool begun_ = false;
  bool read_whole_ = false;
};

/// Our answer in the library's form, without its `parts`.
void fill(const Response& from, httplib::Response& to);

}  // namespace kamerzoek::web
