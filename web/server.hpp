#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "corpus/model/result.hpp"

namespace kamerzoek {

struct ServeOptions {
  std::filesystem::path index;
  std::string address = "127.0.0.1";
  int port = 8080;                        ///< 0: any free one
  std::filesystem::path access_log = {};  ///< none where empty
};

/// The web front end: HTML for people and JSON under /api/v1. Reads the index only; sees commits
/// and rebuilt generations as they come.
class Server {
 public:
  /// Binds the address; fails (index_unavailable) when there is no index, or (usage) when the
  /// address cannot be bound or the access log cannot be opened.
  static Result<Server> bind(const ServeOptions& options);

  ~Server();
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;

  int port() const;

  /// Serves until `stop`; the requests under way are answered first.
  void run();

  /// From any thread.
  void stop();

  /// Goes on in a new access log, after the old one was moved away; without one does nothing. From
  /// any thread.
  Result<void> reopen_access_log();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
