#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace kamerzoek::web {

/// A client's socket: what it sent and nobody has read yet, and the answer on its way to it, within
/// limits that hold for a whole answer and not for each write. One thread at a time. Owns the
/// socket.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::size_t longest_request = 64 << 10;  ///< bytes, up to the end of its header
    std::chrono::milliseconds answer_time{30'000};
    std::chrono::milliseconds longest_pause{5'000};
    std::size_t slowest_reader = 32 << 10;  ///< bytes a second
  };

  /// How much of the next request is there.
  enum class Arrival {
    none,
    part,
    whole,  ///< its header; bodies are not read
    gone,   ///< the client, or its connection
  };

  /// `client` is whom it is counted for (client.hpp).
  Connection(int socket, std::string client) : Connection(socket, std::move(client), Limits{}) {}
  Connection(int socket, std::string client, const Limits& limits)
      : limits_(limits), socket_(socket), client_(std::move(client)) {}
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }
  const std::string& client() const { return client_; }

  /// Takes what the client has sent since, without waiting for more. A header longer than
  /// `longest_request` is whole as far as it is there: `read` ends where it is cut, a first line
  /// that was cut is ended, so that what is wrong with it can be answered.
  Arrival receive();
  /// As far as it was received.
  Arrival arrival() const { return arrival_; }
  /// When the request became whole.
  Clock::time_point arrived() const { return arrived_; }
  /// Throws away what the client has sent since; false when it has gone or sent so much that it
  /// should be left.
  bool discard();

  /// From here on the answer to a request that is whole: `answer_time`, and as much longer as a
  /// reader of `slowest_reader` needs for what was sent, but never more than `answer_time` ahead:
  /// an export of any length comes through to whoever reads on, and nobody holds a thread for
  /// nothing. Without patience, only what the system takes at once.
  enum class Patience { usual, none };
  void begin_answer(Patience patience = Patience::usual);
  /// Makes what follows on the request that was answered the next one. False when that was the
  /// last one this connection may have.
  bool end_answer();

  /// The bytes of the request, like recv: -1 where it ends.
  std::ptrdiff_t read(char* into, std::size_t size);
  /// Like send: -1 for an error, or past a limit.
  std::ptrdiff_t write(const char* from, std::size_t size);
  /// Sends no more, so that the client sees the end, but still takes what it sends: closing over
  /// bytes that were never read would take the answer away from it.
  void shut_down();

  /// How many more requests may come after this one.
  std::size_t requests_left() const { return requests_left_; }
  /// Bytes sent since `begin_answer`.
  std::size_t sent() const { return sent_; }
  /// The path in the request, as far as it was received: what is known of an address that is too
  /// long to be read.
  std::string asked_path() const;

 private:
  void look_for_end(std::size_t from);
  void count(std::size_t sent);
  bool wait_to_write() const;

  Limits limits_;
  int socket_;
  std::string client_;
  std::string received_;
  Arrival arrival_ = Arrival::none;
  Clock::time_point arrived_ = {};
  std::size_t end_ = 0;   ///< of the request in `received_`, once it is whole
  std::size_t read_ = 0;  ///< of it
  std::size_t discarded_ = 0;
  std::size_t requests_left_ = 999;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::size_t sent_ = 0;
};

}  // namespace kamerzoek::web
