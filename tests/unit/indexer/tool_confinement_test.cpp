#include "indexer/tool_confinement.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <functional>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kamerzoek {
namespace {

/// What `attempt` returns in a process that is confined as /usr/bin/cat may be: an error number.
int confined(const std::function<int()>& attempt) {
  const auto confinement = ToolConfinement::prepare("/usr/bin/cat", {"/usr/share/dict"}, {});
  EXPECT_TRUE(confinement);
  if (!confinement) return -1;
  const pid_t process = ::fork();
  if (process == 0) ::_exit(confinement->enter() ? attempt() : 255);
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int error_of(int result) {
  return result < 0 ? errno : 0;
}

int run(const char* program) {
  char name[] = "x";
  std::array<char*, 2> arguments = {name, nullptr};
  return error_of(::execve(program, arguments.data(), &arguments[1]));
}

TEST(ToolConfinement, OtherFilesAreNotRead) {
  EXPECT_EQ(confined([] { return error_of(::open("/etc/passwd", O_RDONLY)); }), EACCES);
  EXPECT_EQ(confined([] { return error_of(::open("/proc/self/environ", O_RDONLY)); }), EACCES);
  EXPECT_EQ(confined([] { return error_of(::open("/usr/lib/os-release", O_RDONLY)); }), 0);
}

TEST(ToolConfinement, NothingIsWritten) {
  const std::string path = testing::TempDir() + "kamerzoek-afgeschermd";
  EXPECT_EQ(confined([&] { return error_of(::open(path.c_str(), O_WRONLY | O_CREAT, 0600)); }),
            EACCES);
  EXPECT_EQ(confined([&] { return error_of(::unlink("/usr/share/dict/words")); }), EPERM);
}

TEST(ToolConfinement, NoNetworkAndNoOtherProcesses) {
  EXPECT_EQ(confined([] { return error_of(::socket(AF_INET, SOCK_STREAM, 0)); }), EPERM);
  EXPECT_EQ(confined([] { return error_of(::socket(AF_UNIX, SOCK_STREAM, 0)); }), EPERM);
  EXPECT_EQ(confined([] { return error_of(::kill(::getppid(), 0)); }), EPERM);
  EXPECT_EQ(confined([] {
              const pid_t child = ::fork();
              if (child == 0) ::_exit(0);
              return error_of(child);
            }),
            EPERM);
}

TEST(ToolConfinement, TheProgramAloneIsStarted) {
  EXPECT_EQ(confined([] { return run("/usr/bin/id"); }), EACCES);
  EXPECT_EQ(confined([] {
              ::close(STDIN_FILENO);
              return run("/usr/bin/cat");
            }),
            1);  // started: it had nothing to read
}

}  // namespace
}  // namespace kamerzoek
