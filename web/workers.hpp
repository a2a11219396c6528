#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace kamerzoek::web {

/// Threads that serve connections, fairly: one client holds at most half of them, so that another
/// always finds one, however many connections the first opens. A client without a name (client.hpp)
/// may hold them all. Any thread.
class Workers {
 public:
  struct Limits {
    std::size_t threads;
    std::size_t most_waiting;         ///< connections without a thread
    std::size_t most_waiting_of_one;  ///< client
  };

  /// Serves a connection to its end; does not close the socket.
  using Serve = std::function<void(int socket, const std::string& client)>;

  Workers(Limits limits, Serve serve);
  ~Workers() { finish(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Takes a socket to serve it in its turn and close it; closes it at once where too many wait.
  void take(int socket, std::string client);

  /// Whether a connection waits that would get the thread of one of `client`, were it given up.
  bool someone_waits_for(const std::string& client);

  /// Counts a thread that serves another client than its connection told of; false when that
  /// client has its share. Each `begin` that succeeds is followed by one `end`.
  bool begin(const std::string& client);
  void end(const std::string& client);

  /// Waits for the connections being served; closes those that wait.
  void finish();

 private:
  struct Waiting {
    int socket;
    std::string client;
  };

  bool has_its_share(const std::string& client) const;
  bool is_full_for(const std::string& client) const;
  std::deque<Waiting>::iterator next();
  void release(const std::string& client);
  void work();

  Limits limits_;
  Serve serve_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool finishing_ = false;
  std::deque<Waiting> waiting_;                          ///< those that came first in front
  std::unordered_map<std::string, std::size_t> served_;  ///< threads by client, those with a name
  std::vector<std::thread> threads_;
};

}  // namespace kamerzoek::web
