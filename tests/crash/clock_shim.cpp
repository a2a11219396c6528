// A wall clock that jumps (CRASH_CLOCK in fault_plan.hpp). No other clock does, and nothing but the
// reading of this one: sleeping and waiting are the kernel's.
#include <atomic>
#include <cstdlib>
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

std::time_t offset() {
  static const char* const setting = std::getenv("CRASH_CLOCK");
  static std::atomic<int> readings = 0;
  constexpr int read_right = 2;
  return setting == nullptr || readings++ < read_right ? 0 : std::atol(setting);
}

}  // namespace

// NOLINTBEGIN: the names and types are the C library's.
extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const long failed = ::syscall(SYS_clock_gettime, clock, now);
  if (failed == 0 && clock == CLOCK_REALTIME) now->tv_sec += offset();
  return static_cast<int>(failed);
}

int gettimeofday(timeval* now, void*) noexcept {
  timespec precise = {};
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

std::time_t time(std::time_t* now) noexcept {
  timespec precise = {};
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  if (now != nullptr) *now = precise.tv_sec;
  return precise.tv_sec;
}

}  // extern "C"
// NOLINTEND
