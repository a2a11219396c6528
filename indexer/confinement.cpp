#include "indexer/confinement.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <memory>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace kamerzoek {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

// Memory, time, threads of its own, and the descriptors it has. What is not here fails.
constexpr std::array allowed = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendto),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(tgkill),
    SCMP_SYS(getrusage),
    SCMP_SYS(prlimit64),
    SCMP_SYS(getrlimit),
    SCMP_SYS(setrlimit),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
};

tl::unexpected<Error> refused(const char* what, int error) {
  return failure(ErrorCode::unreadable,
                 fmt::format("de lezer kan niet worden afgeschermd ({}: {})", what,
                             std::generic_category().message(error)),
                 "kamerzoek leest Word- en PDF-bestanden alleen op Linux met seccomp");
}

bool limit(__rlimit_resource resource, rlim_t most) {
  const rlimit both = {.rlim_cur = most, .rlim_max = most};
  return ::setrlimit(resource, &both) == 0;
}

/// Of address space, bytes.
std::size_t in_use() {
  std::ifstream file("/proc/self/statm");
  std::size_t pages = 0;
  file >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// The rules of the kernel, or the error number.
int give_up_system_calls() {
  const std::unique_ptr<void, void (*)(void*)> rules(
      ::seccomp_init(SCMP_ACT_ERRNO(EPERM)), [](void* filter) { ::seccomp_release(filter); });
  if (!rules) return ENOMEM;
  std::vector<int> calls(allowed.begin(), allowed.end());
  // The sanitizers try with a pipe whether memory can be read.
  if (sanitized) calls.push_back(SCMP_SYS(pipe2));
  for (const int call : calls) {
    if (const int done = ::seccomp_rule_add(rules.get(), SCMP_ACT_ALLOW, call, 0); done != 0) {
      return -done;
    }
  }
  // Memory, but none that becomes code.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    const scmp_arg_cmp no_code = {
        .arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
    if (const int done = ::seccomp_rule_add(rules.get(), SCMP_ACT_ALLOW, call, 1, no_code);
        done != 0) {
      return -done;
    }
  }
  return -::seccomp_load(rules.get());
}

}  // namespace

Result<void> confine(const Confinement& to) {
  // A parent that ended before this was said has left the process to another one.
  const pid_t parent = ::getppid();
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return refused("prctl", errno);
  if (::getppid() != parent) ::_exit(1);
  if (!sanitized && !limit(RLIMIT_AS, in_use() + to.memory)) return refused("RLIMIT_AS", errno);
  if (!limit(RLIMIT_FSIZE, 0)) return refused("RLIMIT_FSIZE", errno);
  if (!limit(RLIMIT_CORE, 0)) return refused("RLIMIT_CORE", errno);
  if (const int error = give_up_system_calls(); error != 0) return refused("seccomp", error);
  return {};
}

void begin_file(const Confinement& to) {
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  rlimit time = {};
  ::getrlimit(RLIMIT_CPU, &time);
  // Of the second that has begun the system counts all.
  time.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 +
                                      to.processor_time.count());
  ::setrlimit(RLIMIT_CPU, &time);
}

}  // namespace kamerzoek
