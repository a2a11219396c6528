#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// Reads files in a process of its own, which may crash, hang or fill its memory without harm to
/// this one, and which can open nothing (confinement.hpp). The process serves many files; one is
/// started when there is none, and after one that went wrong. One thread.
class Extractor {
 public:
  struct Limits {
    std::chrono::seconds time{120};  ///< for a file, by the clock: it may wait for a processor
    std::size_t longest_piece = std::size_t{256} << 20;   ///< bytes of JSON
    std::size_t largest_output = std::size_t{512} << 20;  ///< of a file, likewise
  };

  /// The command is a program, by its path, and its arguments; its standard input is the socket of
  /// `serve_extraction`. Without one every file is refused.
  explicit Extractor(std::vector<std::string> command) : Extractor(std::move(command), Limits{}) {}
  Extractor(std::vector<std::string> command, Limits limits)
      : command_(std::move(command)), limits_(limits) {}
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// As a reader does (reader.hpp). Pieces that came before the process failed have reached the
  /// sink; what they hold has passed the same checks as a line of JSON Lines.
  Result<void> read(const Input& input, const Sink& sink);

 private:
  using Moment = std::chrono::steady_clock::time_point;

  Result<void> start();
  /// Ends the process, and says why the file was not read.
  Error stop(Moment until);
  Result<void> take_answer(const Sink& sink, Moment until);

  std::vector<std::string> command_;
  Limits limits_;
  int socket_ = -1;
  pid_t process_ = -1;
};

}  // namespace kamerzoek
