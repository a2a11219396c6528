#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "corpus/model/result.hpp"
#include "web/http.hpp"

namespace kamerzoek::web {

/// A line in the Combined Log Format of Apache, with the seconds it took at the end:
///
///     192.0.2.1 - - [12/Jun/2025:09:30:00 +0000] "GET /zoeken?q=dijk HTTP/1.1" 200 5120 "-"
///     "curl/8" 0.0031
///
/// Whatever a client sent is ASCII without quotes and control characters in it, as \xHH where it
/// was not; long names of browsers and referrers are cut.
std::string access_log_line(const Answered& answered, std::chrono::system_clock::time_point when);

/// A file with a line for every request that was answered. Any thread.
class AccessLog {
 public:
  /// Adds to the file, and makes it where there is none, for nobody but its owner to read: it tells
  /// who asked for what. Fails (usage) where that cannot be.
  static Result<std::unique_ptr<AccessLog>> open(const std::filesystem::path& path);

  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// Lines of several threads do not mix. What cannot be written is lost: a full disk is no reason
  /// to answer nobody.
  void write(const Answered& answered);

  /// Goes on in a new file of the same name, when the old one was moved away. As `open`; where it
  /// fails, goes on in the old one.
  Result<void> reopen();

 private:
  AccessLog(std::filesystem::path path, int file);

  std::filesystem::path path_;
  int file_;
};

}  // namespace kamerzoek::web
