#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "web/connection.hpp"
#include "web/metrics.hpp"

namespace kamerzoek::web {

/// Threads that answer requests, fairly: one client holds at most half of them, so that another
/// always finds one, however much the first asks at once. A client without a name (client.hpp) may
/// hold them all. Any thread.
class Workers {
 public:
  struct Limits {
    std::size_t threads;
    std::size_t most_waiting;         ///< requests without a thread
    std::size_t most_waiting_of_one;  ///< client
  };

  /// Answers a request that is whole; the connection is its own.
  using Serve = std::function<void(std::unique_ptr<Connection>)>;

  /// Counts into `counts`, which outlives this.
  Workers(Limits limits, Serve serve, ConnectionCounts& counts);
  ~Workers() { finish(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Takes a connection to serve it in its turn; gives it back where too many wait.
  [[nodiscard]] std::unique_ptr<Connection> take(std::unique_ptr<Connection> connection);

  /// Counts a thread that serves another client than its connection told of; false when that
  /// client has its share. Each `begin` that succeeds is followed by one `end`.
  bool begin(const std::string& client);
  void end(const std::string& client);

  /// Waits for the requests being answered; closes the connections that wait.
  void finish();

 private:
  using Queue = std::deque<std::unique_ptr<Connection>>;

  bool has_its_share(const std::string& client) const;
  bool is_full_for(const std::string& client) const;
  Queue::iterator next();
  void release(const std::string& client);
  void work();

  Limits limits_;
  Serve serve_;
  ConnectionCounts& counts_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool finishing_ = false;
  Queue waiting_;                                        ///< those that came first in front
  std::unordered_map<std::string, std::size_t> served_;  ///< threads by client, those with a name
  std::vector<std::thread> threads_;
};

}  // namespace kamerzoek::web
