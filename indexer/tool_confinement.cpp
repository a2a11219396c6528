#include "indexer/tool_confinement.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kamerzoek {
namespace {

constexpr rlim_t most_descriptors = 64;

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t running = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t all_access =
    reading | running | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

// Starting, memory, threads, reading files, and waiting (pandoc's threads wait in many ways). No
// sockets, no other processes, nothing that changes a file system. What is not here fails.
constexpr std::array allowed = {
    SCMP_SYS(access),
    SCMP_SYS(arch_prctl),
    SCMP_SYS(brk),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(epoll_create),
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(eventfd2),
    SCMP_SYS(execve),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fcntl),
    SCMP_SYS(fstat),
    SCMP_SYS(futex),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(getegid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getpid),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage),
    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getuid),
    SCMP_SYS(ioctl),
    SCMP_SYS(lseek),
    SCMP_SYS(lstat),
    SCMP_SYS(madvise),
    SCMP_SYS(membarrier),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(nanosleep),
    SCMP_SYS(newfstatat),
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(pipe2),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(pread64),
    SCMP_SYS(prlimit64),
    SCMP_SYS(read),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(readv),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(set_tid_address),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(stat),
    SCMP_SYS(statx),
    SCMP_SYS(sysinfo),
    SCMP_SYS(tgkill),
    SCMP_SYS(time),
    SCMP_SYS(timer_create),
    SCMP_SYS(timer_delete),
    SCMP_SYS(timer_settime),
    SCMP_SYS(timerfd_create),
    SCMP_SYS(timerfd_settime),
    SCMP_SYS(uname),
    SCMP_SYS(write),
    SCMP_SYS(writev),
};

tl::unexpected<Error> refused(const char* what, int error) {
  return failure(ErrorCode::unreachable,
                 fmt::format("een hulpprogramma kan niet worden afgeschermd ({}: {})", what,
                             std::generic_category().message(error)),
                 "kamerzoek leest RTF- en oude Word-bestanden alleen op Linux vanaf 5.13, met "
                 "Landlock en seccomp");
}

/// Or the error number, negative.
int rules_of_files(const std::string& program, const std::vector<std::string>& data) {
  const landlock_ruleset_attr handled = {.handled_access_fs = all_access};
  const int rules =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0U));
  if (rules < 0) return -errno;
  const auto allow = [&](const char* path, std::uint64_t access) {
    const int at = ::open(path, O_PATH | O_CLOEXEC);
    if (at < 0) return;
    const landlock_path_beneath_attr below = {.allowed_access = access, .parent_fd = at};
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0U);
    ::close(at);
  };
  allow(program.c_str(), running);
  // The loader is among the libraries, and is run.
  for (const char* libraries : {"/usr/lib", "/usr/lib64", "/lib", "/lib64"}) {
    allow(libraries, reading | running);
  }
  allow("/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE);
  for (const std::string& folder : data) allow(folder.c_str(), reading);
  return rules;
}

int add_rules(scmp_filter_ctx rules) {
  for (const int call : allowed) {
    if (const int done = ::seccomp_rule_add(rules, SCMP_ACT_ALLOW, call, 0); done != 0) return done;
  }
  // Threads, but no processes. The C library takes the older call where the newer is not there.
  const scmp_arg_cmp thread = {
      .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = CLONE_THREAD, .datum_b = CLONE_THREAD};
  const int done = ::seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, thread);
  return done != 0 ? done : ::seccomp_rule_add(rules, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
}

/// The filter as the kernel takes it, by way of a file, or the error number, negative.
int export_filter(std::string& filter) {
  const std::unique_ptr<void, void (*)(void*)> rules(
      ::seccomp_init(SCMP_ACT_ERRNO(EPERM)), [](void* context) { ::seccomp_release(context); });
  if (!rules) return -ENOMEM;
  if (const int done = add_rules(rules.get()); done != 0) return done;
  const int file = ::memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return -errno;
  int done = ::seccomp_export_bpf(rules.get(), file);
  const off_t size = ::lseek(file, 0, SEEK_END);
  filter.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  const auto wanted = static_cast<ssize_t>(filter.size());
  if (done == 0 && ::pread(file, filter.data(), filter.size(), 0) != wanted) done = -EIO;
  ::close(file);
  return done;
}

bool limit(__rlimit_resource resource, rlim_t most) {
  const rlimit both = {.rlim_cur = most, .rlim_max = most};
  return ::setrlimit(resource, &both) == 0;
}

}  // namespace

Result<ToolConfinement> ToolConfinement::prepare(const std::string& program,
                                                 const std::vector<std::string>& data,
                                                 const ToolLimits& limits) {
  ToolConfinement confinement;
  confinement.limits_ = limits;
  confinement.files_ = rules_of_files(program, data);
  if (confinement.files_ < 0) return refused("Landlock", -confinement.files_);
  if (const int done = export_filter(confinement.filter_); done < 0) {
    return refused("seccomp", -done);
  }
  return confinement;
}

ToolConfinement::ToolConfinement(ToolConfinement&& other) noexcept
    : files_(std::exchange(other.files_, -1)),
      filter_(std::move(other.filter_)),
      limits_(other.limits_) {}

ToolConfinement::~ToolConfinement() {
  if (files_ >= 0) ::close(files_);
}

bool ToolConfinement::enter() const {
  const auto seconds = static_cast<rlim_t>(limits_.processor_time.count());
  if (!limit(RLIMIT_AS, limits_.memory) || !limit(RLIMIT_CPU, seconds) || !limit(RLIMIT_FSIZE, 0) ||
      !limit(RLIMIT_CORE, 0) || !limit(RLIMIT_NOFILE, most_descriptors)) {
    return false;
  }
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return false;
  }
  if (::syscall(SYS_landlock_restrict_self, files_, 0U) != 0) return false;
  // The kernel does not write to it.
  auto* rules = reinterpret_cast<sock_filter*>(const_cast<char*>(filter_.data()));
  const sock_fprog program = {
      .len = static_cast<unsigned short>(filter_.size() / sizeof(sock_filter)), .filter = rules};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace kamerzoek
