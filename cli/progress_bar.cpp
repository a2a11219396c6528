#include "cli/progress_bar.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "cli/print.hpp"

namespace kamerzoek::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t bar_width = 20;

std::string duration(double seconds) {
  const auto whole = static_cast<std::size_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min", whole / 60);
  return fmt::format("{} u {} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_line(std::string_view what, std::size_t done, std::size_t of,
                          std::size_t fresh, double seconds, bool bar) {
  const double rate = seconds > 0 ? static_cast<double>(fresh) / seconds : 0;
  const std::string at = fmt::format("{:.0f} per seconde", rate);
  if (of == 0) return done == 0 ? std::string(what) : fmt::format("{}: {}, {}", what, done, at);
  done = std::min(done, of);
  std::string line = fmt::format("{}: {} van {}, {}", what, done, of, at);
  if (rate > 0) line += ", nog " + duration(static_cast<double>(of - done) / rate);
  if (!bar) return line;
  const std::size_t full = bar_width * done / of;
  return fmt::format("[{:#<{}}{:.<{}}] {}", "", full, "", bar_width - full, line);
}

void ProgressBar::show(std::string_view what, std::size_t done, std::size_t of) {
  const auto now = Clock::now();
  if (what_ != what) {
    what_ = what;
    begun_ = now;
    had_ = done;
  }
  if (now - last_ < (terminal_ ? 200ms : 60'000ms)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const std::string line = progress_line(what, done, of, done - had_, seconds, terminal_);
  if (!terminal_) return print_note(line);
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  shown_ = true;
}

void ProgressBar::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace kamerzoek::cli
