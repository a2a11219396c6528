#include "indexer/extractor.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/formats/hostile_json.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/model/json.hpp"
#include "indexer/extract_frames.hpp"

namespace kamerzoek {
namespace {

constexpr const char* save_again = "open het en sla het opnieuw op";

Error cannot_start(const std::string& program, int error) {
  return {ErrorCode::unreachable,
          fmt::format("de lezer {} kan niet worden gestart: {}", program,
                      std::generic_category().message(error)),
          {}};
}

/// The program with the socket as its standard input, no environment, and nothing else of ours.
int spawn(const std::vector<std::string>& command, int socket, pid_t& process) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char* no_environment[] = {nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  for (const int out : {STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&actions, out, "/dev/null", O_WRONLY, 0);
  }
  ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  const int error = ::posix_spawn(&process, command.front().c_str(), &actions, nullptr,
                                  arguments.data(), no_environment);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error broken_answer() {
  return {ErrorCode::unreadable, "de lezer gaf geen bruikbaar antwoord", save_again};
}

/// Checks the text as the parser of JSON has checked all else, and its marks and notes with it.
Result<Piece> piece_of(nlohmann::json& object, std::string text) {
  const auto fields = object.find("velden");
  const bool readable = first_invalid_utf8(text) == std::string_view::npos;
  if (!readable || fields == object.end() || !fields->is_object()) {
    return tl::unexpected(broken_answer());
  }
  (*fields)["tekst"] = std::move(text);
  return piece_from_json(object);
}

}  // namespace

Extractor::~Extractor() {
  if (process_ > 0) stop(Moment::max());
}

Result<void> Extractor::start() {
  if (process_ > 0) return {};
  if (command_.empty()) return failure(ErrorCode::unreadable, "er is geen lezer voor dit bestand");
  std::array<int, 2> ends = {};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return tl::unexpected(cannot_start(command_.front(), errno));
  }
  const int error = spawn(command_, ends[1], process_);
  ::close(ends[1]);
  socket_ = ends[0];
  if (error == 0) return {};
  process_ = -1;
  ::close(std::exchange(socket_, -1));
  return tl::unexpected(cannot_start(command_.front(), error));
}

Error Extractor::stop(Moment until) {
  const bool late = std::chrono::steady_clock::now() >= until;
  ::close(std::exchange(socket_, -1));
  // How one ended that did so by itself is known all the same.
  ::kill(process_, SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (late || signal == SIGXCPU) {
    return {ErrorCode::unreadable, "het lezen duurde te lang", "splits het, of sla het opnieuw op"};
  }
  if (signal == 0 || signal == SIGKILL) return broken_answer();
  return {ErrorCode::unreadable, fmt::format("de lezer liep erop vast ({})", ::strsignal(signal)),
          save_again};
}

Result<void> Extractor::read(const Input& input, const Sink& sink) {
  if (auto started = start(); !started) return started;
  const Moment until = std::chrono::steady_clock::now() + limits_.time;
  if (!send_frame(socket_, 'o', input.origin, until) ||
      !send_frame(socket_, kind_of_bytes(input.made_of), input.bytes, until)) {
    return tl::unexpected(stop(until));
  }
  return take_answer(sink, until);
}

Result<void> Extractor::take_answer(const Sink& sink, Moment until) {
  std::string text;
  for (std::size_t taken = 0; taken <= limits_.largest_output;) {
    auto frame = receive_frame(socket_, limits_.longest_piece, until);
    if (!frame) return tl::unexpected(stop(until));
    if (frame->kind == 'd') return {};
    taken += frame->bytes.size();
    if (frame->kind == 't') {
      text = std::move(frame->bytes);
      continue;
    }
    auto json = parse_hostile_json(frame->bytes);
    if (!json || !json->is_object()) break;
    const Error error{ErrorCode::unreadable, text_of(*json, "message"), text_of(*json, "hint")};
    if (frame->kind == 'e') return tl::unexpected(error);
    if (frame->kind == 'x') {
      sink.problem(text_of(*json, "where"), error);
      continue;
    }
    auto piece = piece_of(*json, std::exchange(text, {}));
    if (frame->kind != 'p' || !piece) break;
    sink.piece(*std::move(piece));
  }
  return tl::unexpected(stop(Moment::max()));
}

}  // namespace kamerzoek
