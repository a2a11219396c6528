#include "tests/crash/fault_plan.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <map>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kamerzoek::test {
namespace {

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

struct Plan {
  std::string root = setting("CRASH_ROOT");
  std::string log = setting("CRASH_LOG");
  std::string journal = setting("CRASH_JOURNAL");
  long at = std::atol(setting("CRASH_AT").c_str());
  Fault fault = of_name(setting("CRASH_FAULT"));
  bool syncs_are_ignored = setting("CRASH_SYNCS") == "ignored";
  long calls = 0;
  pid_t owner = ::getpid();

  static Fault of_name(const std::string& name) {
    const std::map<std::string, Fault> faults = {
        {"kill", Fault::kill},      {"stop", Fault::stop},         {"EIO", Fault::io_error},
        {"ENOSPC", Fault::no_room}, {"short", Fault::short_write}, {"EROFS", Fault::read_only}};
    const auto found = faults.find(name);
    return found == faults.end() ? Fault::none : found->second;
  }

  // By the kernel itself: these calls are none of those that are watched.
  void record(const std::string& line) const {
    const auto file = ::syscall(SYS_openat, AT_FDCWD, log.c_str(),
                                O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (file < 0) std::abort();
    ::syscall(SYS_write, file, line.data(), line.size());
    ::syscall(SYS_close, file);
  }

  int errno_of(Needs needs) const {
    const bool is_later = calls > at;
    switch (fault) {
      case Fault::io_error:
        return is_later ? 0 : EIO;
      case Fault::no_room:
      case Fault::short_write:
        return is_later && needs == Needs::no_room ? 0 : ENOSPC;
      case Fault::read_only:
        return EROFS;
      default:
        return 0;
    }
  }
};

Plan& plan() {
  static Plan the_plan;
  return the_plan;
}

}  // namespace

bool is_watched(const std::string& path) {
  const std::string& root = plan().root;
  return !root.empty() && path.starts_with(root) &&
         (path.size() == root.size() || path[root.size()] == '/');
}

int befalls(const char* call, const std::string& path, Needs needs, bool* may_be_short) {
  Plan& p = plan();
  const std::string what = std::string(call) + " " + path.substr(p.root.size()) + "\n";
  // A child that was forked looks at tables. Its calls have no place among those of the run.
  if (::getpid() != p.owner) {
    p.record("child " + what);
    return 0;
  }
  ++p.calls;
  const std::string line = std::to_string(p.calls) + " " + what;
  if (p.at == 0 || p.calls < p.at) {
    p.record(line);
    return 0;
  }
  if (p.calls == p.at) p.record("fault at " + line);
  if (p.fault == Fault::kill) {
    ::kill(::getpid(), SIGKILL);
    ::pause();
  }
  if (p.fault == Fault::stop && p.calls == p.at) ::kill(::getpid(), SIGSTOP);
  const int error = p.errno_of(needs);
  if (may_be_short != nullptr) {
    *may_be_short = p.fault == Fault::short_write && p.calls == p.at;
  }
  if (p.calls > p.at) p.record((error == 0 ? "" : "failed ") + line);
  return error;
}

const std::string& journal() {
  return plan().journal;
}

bool syncs_are_ignored() {
  return plan().syncs_are_ignored;
}

}  // namespace kamerzoek::test
