#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/connection.hpp"
#include "web/metrics.hpp"

namespace kamerzoek::web {

/// Where connections are until their request is there: one thread watches over all of them, so that
/// a client that is slow, or says nothing, holds a socket and no thread. When there are too many,
/// the one that has waited longest makes room: it is a slow one, for a request that is sent in one
/// go is here for less than a millisecond.
class Reception {
 public:
  struct Limits {
    std::size_t most;         ///< connections
    std::size_t most_of_one;  ///< client; one without a name has no limit
    std::chrono::milliseconds idle_time{30'000};
    std::chrono::milliseconds request_time{10'000};  ///< from its first byte to its last
    std::chrono::milliseconds leaving_time{1'000};
  };

  /// Takes over a connection whose request is whole; called by the thread of `run`.
  using HandOn = std::function<void(std::unique_ptr<Connection>)>;

  /// Counts into `counts`, which outlives this.
  Reception(Limits limits, HandOn hand_on, ConnectionCounts& counts);
  ~Reception();
  Reception(const Reception&) = delete;
  Reception& operator=(const Reception&) = delete;

  /// Accepts from the socket, which stays the caller's, and watches until `stop`; then closes all
  /// that is here. To be called once.
  void run(int listening);

  /// From any thread, also before `run`, which then does nothing.
  void stop();

  /// Waits for the next request of this connection. Any thread; once `run` has ended the connection
  /// is closed.
  void take(std::unique_ptr<Connection> connection);
  /// Closes this connection when its client has seen the end of the answer, or soon. As `take`.
  void see_off(std::unique_ptr<Connection> connection);

 private:
  struct Guest {
    std::unique_ptr<Connection> connection;
    bool leaving = false;
    Connection::Clock::time_point since = Connection::Clock::now();
    Connection::Clock::time_point until = {};
  };

  void come_in(Guest guest);
  void accept_from(int listening);
  void welcome(Guest guest);
  void heard_from(int socket);
  void watch(Guest guest);
  Connection::Clock::duration patience(const Guest& guest) const;
  void make_room_for(const std::string& client);
  bool close_longest(const std::string* client);
  void close_overdue();
  std::vector<Guest> those_who_came_in();

  Limits limits_;
  HandOn hand_on_;
  ConnectionCounts& counts_;
  int poll_;
  int bell_;  ///< rings when somebody is at the door, and to stop
  std::atomic<bool> stopping_ = false;
  std::unordered_map<int, Guest> guests_;  ///< by socket
  std::mutex mutex_;
  bool open_ = true;
  std::vector<Guest> door_;
};

}  // namespace kamerzoek::web
