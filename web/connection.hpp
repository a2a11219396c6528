#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace kamerzoek::web {

/// A client's socket with limits that hold for a whole request, not for each read: a client that
/// sends a byte a second, or a header without end, is cut off. For one thread. Does not own the
/// socket.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::chrono::milliseconds request_time{10'000};
    std::chrono::milliseconds answer_time{30'000};
    std::chrono::milliseconds longest_pause{5'000};
    std::size_t slowest_reader = 32 << 10;  ///< bytes a second
  };

  explicit Connection(int socket) : Connection(socket, Limits{}) {}
  Connection(int socket, const Limits& limits) : limits_(limits), socket_(socket) {}

  /// Waits until the next request begins; false when it does not come within `patience`, the client
  /// has gone, or `give_up` says so (it is asked a few times a second).
  bool wait_for_request(std::chrono::milliseconds patience, const std::function<bool()>& give_up);

  /// From here on one request: `longest_request` bytes and `request_time`. A first line that is
  /// longer ends there, so that what is wrong with it can be answered.
  void begin_request();
  /// From here on its answer: `answer_time`, and as much longer as a reader of `slowest_reader`
  /// needs for what was sent, but never more than `answer_time` ahead: an export of any length
  /// comes through to whoever reads on, and nobody holds a thread for nothing.
  void begin_answer();

  /// Like recv and send: the number of bytes, 0 at the end, -1 for an error or past a limit.
  std::ptrdiff_t read(char* into, std::size_t size);
  std::ptrdiff_t write(const char* from, std::size_t size);

  /// Ends the answer, and takes for a moment what the client still sends: closing over bytes that
  /// were never read would take the answer away from it.
  void discard_rest();

  /// The path in the first bytes of this request, as far as it was read: what is known of an
  /// address that is too long to be read whole.
  std::string asked_path() const;

  bool readable() const { return begin_ < end_ || ready_within(readiness_read, 0); }
  bool writable() const { return ready_within(readiness_write, 0); }
  int socket() const { return socket_; }

 private:
  static constexpr short readiness_read = 0x001;   // POLLIN
  static constexpr short readiness_write = 0x004;  // POLLOUT

  bool ready_within(short what, int milliseconds) const;
  /// Waits until the socket is ready, the longest pause has passed, or the deadline.
  bool wait(short what) const;

  Limits limits_;
  int socket_;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::size_t budget_ = 0;
  std::string beginning_;  ///< of the request
  bool has_first_line_ = false;
  std::array<char, 4096> buffer_ = {};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace kamerzoek::web
