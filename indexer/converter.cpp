#include "indexer/converter.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/model/descriptor.hpp"
namespace kamerzoek {
namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr int not_confined = 126;
constexpr int not_started = 127;

struct Program {
  Format format;
  const char* name;  ///< of its package as well
  const char* path;
  const char* data;
  const char* file_kind;
  std::array<const char*, 8> arguments;
};

// Both are given the file as their standard input, which antiword wants to go back and forth in.
constexpr std::array programs = {
    Program{Format::word_97,
            "antiword",
            "/usr/bin/antiword",
            "/usr/share/antiword",
            "een oud Word-bestand (.doc)",
            {"antiword", "-m", "UTF-8.txt", "-w", "0", "/dev/stdin"}},
    Program{Format::rtf,
            "pandoc",
            "/usr/bin/pandoc",
            "/usr/share/pandoc",
            "een RTF-bestand",
            {"pandoc", "--sandbox", "--from=rtf", "--to=html", "--wrap=none"}},
};

const Program* program_for(Format format) {
  const auto* found = std::ranges::find(programs, format, &Program::format);
  return found == programs.end() ? nullptr : found;
}

bool is_installed(const Program& program) {
  return ::access(program.path, X_OK) == 0;
}

// LibreOffice marks its notes as what a reader may pass over, and pandoc does.
std::string without_optional_notes(std::string_view rtf) {
  constexpr std::string_view optional = "{\\*\\footnote";
  std::string out;
  out.reserve(rtf.size());
  while (!rtf.empty()) {
    const std::size_t at = std::min(rtf.find(optional), rtf.size());
    out.append(rtf.substr(0, at));
    if (at == rtf.size()) break;
    out.append("{\\footnote");
    rtf.remove_prefix(at + optional.size());
  }
  return out;
}

tl::unexpected<Error> cannot_start(const Program& program, int error) {
  return failure(ErrorCode::unreachable, fmt::format("{} kan niet worden gestart: {}", program.name,
                                                     std::generic_category().message(error)));
}

/// A file in memory, which cannot be changed any more, or -1.
int file_in_memory(std::string_view bytes) {
  const int file = ::memfd_create("bestand", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  while (file >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      ::close(file);
      return -1;
    }
  }
  if (file >= 0) {
    ::lseek(file, 0, SEEK_SET);
    ::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
  }
  return file;
}

/// In the process that becomes the program: system calls only.
[[noreturn]] void become(const Program& program, const ToolConfinement& confinement, int in,
                         int out) {
  char language[] = "LC_ALL=C.UTF-8";
  // Without one it is asked of the system, which cannot be reached.
  char home[] = "HOME=/nonexistent";
  char* const environment[] = {language, home, nullptr};
  const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (::dup2(in, STDIN_FILENO) < 0 || ::dup2(out, STDOUT_FILENO) < 0 ||
      ::dup2(nothing, STDERR_FILENO) < 0 ||
      ::close_range(STDERR_FILENO + 1, UINT_MAX, CLOSE_RANGE_CLOEXEC) != 0) {
    ::_exit(not_started);
  }
  if (!confinement.enter()) ::_exit(not_confined);
  ::execve(program.path, const_cast<char* const*>(program.arguments.data()), environment);
  ::_exit(not_started);
}

/// All that is written until the end, or nothing when it is too long or too late.
std::optional<std::string> read_all(int from, std::size_t most, Moment until) {
  std::string bytes;
  std::array<char, 65536> part;
  for (;;) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return std::nullopt;
    pollfd ready = {.fd = from, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
    const ssize_t got = ::read(from, part.data(), part.size());
    if (got == 0) return bytes;
    if (got < 0 && errno != EINTR) return std::nullopt;
    if (got > 0) bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) return std::nullopt;
  }
}

int end_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

Error why_it_failed(const Program& program, int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {ErrorCode::unreadable, "het lezen duurde te lang", {}};
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_confined) {
    return {ErrorCode::unreadable, fmt::format("{} kan niet worden afgeschermd", program.name), {}};
  }
  return {ErrorCode::unreadable, fmt::format("{} maakt er geen tekst van", program.name),
          "sla het op als .docx of PDF"};
}

Result<std::string> run(const Program& program, std::string_view bytes,
                        const ConverterLimits& limits) {
  const auto confinement = ToolConfinement::prepare(program.path, {program.data}, limits.tool);
  if (!confinement) return tl::unexpected(confinement.error());
  const Descriptor file(file_in_memory(bytes));
  std::array<int, 2> ends = {};
  if (file.get() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) return cannot_start(program, errno);
  const Descriptor out(ends[0]);
  Descriptor in(ends[1]);
  const pid_t process = ::fork();
  if (process < 0) return cannot_start(program, errno);
  if (process == 0) become(program, *confinement, file.get(), in.get());
  in.close();
  const Moment until = std::chrono::steady_clock::now() + limits.time;
  auto text = read_all(out.get(), limits.largest_output, until);
  if (!text) ::kill(process, SIGKILL);
  const int status = end_of(process);
  if (!text) {
    const bool late = std::chrono::steady_clock::now() >= until;
    return failure(ErrorCode::unreadable,
                   late ? "het lezen duurde te lang" : "de tekst ervan is te groot");
  }
  if (status != 0 || text->empty()) return tl::unexpected(why_it_failed(program, status));
  return *std::move(text);
}

}  // namespace

bool needs_conversion(Format format) {
  return program_for(format) != nullptr;
}

Result<std::string> convert(Format format, std::string_view bytes, const ConverterLimits& limits) {
  const Program* program = program_for(format);
  if (program == nullptr) return failure(ErrorCode::unreadable, "niets om het mee om te zetten");
  if (!is_installed(*program)) {
    return failure(ErrorCode::unreadable,
                   fmt::format("{} wordt gelezen met {}, en dat is niet geïnstalleerd",
                               program->file_kind, program->name),
                   fmt::format("installeer het: apt install {}", program->name));
  }
  if (format == Format::rtf) return run(*program, without_optional_notes(bytes), limits);
  return run(*program, bytes, limits);
}

std::vector<std::string> installed_converters() {
  std::vector<std::string> names;
  for (const Program& program : programs) {
    if (is_installed(program)) names.emplace_back(program.name);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace kamerzoek
