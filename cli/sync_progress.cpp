#include "cli/sync_progress.hpp"

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

std::string progress_line(const sync::Progress& progress, std::size_t had, double seconds,
                          bool bar) {
  const std::size_t done = progress.done - had;
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  const std::string at = fmt::format("{:.0f} per seconde", rate);
  const bool texts = progress.phase == sync::Progress::Phase::fetching_texts;
  const std::string what = texts ? "teksten" : progress.left == 0 ? "bijwerken" : "vullen";
  if (progress.left == 0) return fmt::format("{}: {} gelezen, {}", what, done, at);
  const std::size_t total = done + progress.left;
  std::string line = fmt::format("{}: {} van {} gelezen, {}", what, done, total, at);
  if (rate > 0) line += ", nog " + duration(static_cast<double>(progress.left) / rate);
  if (!bar) return line;
  const std::size_t full = bar_width * done / total;
  return fmt::format("[{:#<{}}{:.<{}}] {}", "", full, "", bar_width - full, line);
}

void SyncProgress::show(const sync::Progress& progress) {
  const auto now = Clock::now();
  if (phase_ != progress.phase) {
    phase_ = progress.phase;
    begun_ = now;
    had_ = progress.done;
  }
  if (now - last_ < (terminal_ ? 200ms : 60'000ms)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const std::string line = progress_line(progress, had_, seconds, terminal_);
  if (!terminal_) return print_note(line);
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  shown_ = true;
}

void SyncProgress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace kamerzoek::cli
