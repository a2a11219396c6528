#include "indexer/folder_watch.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "indexer/scan.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE;

Error cannot_watch(const fs::path& path) {
  const int why = errno;
  return {ErrorCode::unreadable,
          fmt::format("{} kan niet worden gevolgd: {}", printable(path),
                      std::generic_category().message(why)),
          why == ENOSPC ? "verhoog fs.inotify.max_user_watches (sysctl)" : ""};
}

/// A folder that is watched; `only` are the names in it that count, empty for all.
struct Watched {
  fs::path folder;
  std::set<std::string> only;
};

}  // namespace

struct FolderWatch::State {
  int events = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  int asked = ::eventfd(0, EFD_CLOEXEC);  ///< readable when somebody wants us to stop
  std::vector<fs::path> paths;
  std::map<int, Watched> watched;

  ~State() {
    ::close(events);
    ::close(asked);
  }

  Result<void> watch(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return watch_folder(path);
    const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const int number = ::inotify_add_watch(events, parent.c_str(), wanted);
    if (number < 0) return tl::unexpected(cannot_watch(path));
    const auto [at, fresh] = watched.try_emplace(number, Watched{parent, {}});
    if (fresh || !at->second.only.empty()) at->second.only.insert(path.filename().string());
    return {};
  }

  /// A folder that is reached twice, by a link, is watched once.
  Result<void> watch_folder(const fs::path& folder) {
    const int number = ::inotify_add_watch(events, folder.c_str(), wanted | IN_ONLYDIR);
    if (number < 0) return tl::unexpected(cannot_watch(folder));
    const auto known = watched.find(number);
    if (known != watched.end() && known->second.only.empty()) return {};
    watched[number] = {folder, {}};
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      std::error_code vanished;
      if (!at->is_directory(vanished)) continue;
      if (auto done = watch_folder(at->path()); !done && errno == ENOSPC) return done;
    }
    return {};
  }

  void take(const inotify_event& event, std::set<fs::path>& changed) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) changed.insert(paths.begin(), paths.end());
    if ((event.mask & IN_IGNORED) != 0) watched.erase(event.wd);
    const auto at = watched.find(event.wd);
    if (at == watched.end() || event.len == 0) return;
    const std::string name = event.name;
    if (!at->second.only.empty() && !at->second.only.contains(name)) return;
    const fs::path path = at->second.folder / name;
    if ((event.mask & IN_ISDIR) != 0) {
      // Files may have come into it before it was watched: it is read as a whole.
      if (watch_folder(path)) changed.insert(path);
    } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
      changed.insert(path);
    }
  }

  void read_events(std::set<fs::path>& changed) {
    alignas(inotify_event) std::array<char, 1 << 16> buffer;
    for (;;) {
      const auto size = ::read(events, buffer.data(), buffer.size());
      if (size <= 0) return;
      for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
        const auto& event = *reinterpret_cast<const inotify_event*>(buffer.data() + at);
        take(event, changed);
        at += sizeof event + event.len;
      }
    }
  }
};

FolderWatch::FolderWatch(std::unique_ptr<State> state) : state_(std::move(state)) {}
FolderWatch::~FolderWatch() = default;
FolderWatch::FolderWatch(FolderWatch&&) noexcept = default;
FolderWatch& FolderWatch::operator=(FolderWatch&&) noexcept = default;

Result<FolderWatch> FolderWatch::open(const std::vector<fs::path>& paths) {
  auto state = std::make_unique<State>();
  if (state->events < 0 || state->asked < 0) return tl::unexpected(cannot_watch(paths.front()));
  state->paths = paths;
  for (const fs::path& path : paths) {
    if (auto done = state->watch(path); !done) return tl::unexpected(done.error());
  }
  return FolderWatch(std::move(state));
}

std::vector<fs::path> FolderWatch::wait(const std::stop_token& stop,
                                        std::chrono::milliseconds quiet) {
  const std::stop_callback wake(stop, [this] { ::eventfd_write(state_->asked, 1); });
  std::set<fs::path> changed;
  std::array<pollfd, 2> fds = {pollfd{state_->events, POLLIN, 0}, pollfd{state_->asked, POLLIN, 0}};
  auto until = Clock::time_point::max();
  while (!stop.stop_requested() && Clock::now() < until) {
    const int patience = changed.empty() ? -1 : static_cast<int>(quiet.count());
    const int ready = ::poll(fds.data(), fds.size(), patience);
    if (ready == 0) break;
    if ((fds[0].revents & POLLIN) == 0) continue;
    state_->read_events(changed);
    if (!changed.empty() && until == Clock::time_point::max()) until = Clock::now() + 10 * quiet;
  }
  if (stop.stop_requested()) return {};
  return {changed.begin(), changed.end()};
}

}  // namespace kamerzoek
