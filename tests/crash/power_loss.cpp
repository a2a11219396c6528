// Makes of the files below a folder what a disk might hold after its power failed: `power_loss
// JOURNAL FOLDER all` takes back whatever was not synced, `power_loss JOURNAL FOLDER NUMBER` some
// of it, at random by that seed. Prints how much that was.
//
// What a disk may do: keep any earlier version of a page that was written since its file was
// synced; lose changes to a folder since that was synced, in any order, but a rename whole or not
// at all, and nothing while it keeps a later change to the same name. As every journalling file
// system of Linux does, a sync of a new file keeps its name as well: Xapian, which never syncs a
// folder, relies on it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/model/descriptor.hpp"
#include "tests/crash/journal.hpp"

namespace kamerzoek::test {
namespace {

namespace fs = std::filesystem;
using Kind = Event::Kind;
using Name = std::pair<std::uint64_t, std::string>;  ///< in which folder

bool changes_folder(const Event& event) {
  return event.kind == Kind::create || event.kind == Kind::remove || event.kind == Kind::rename;
}

std::vector<Name> names_of(const Event& event) {
  std::vector<Name> names = {{event.folder, event.name}};
  if (event.kind == Kind::rename) names.emplace_back(event.new_folder, event.new_name);
  return names;
}

/// Folders by numbers of their own: that of one that was removed, the file system gives to the
/// next. (Removed files are still held by the journal.)
class FolderNumbers {
 public:
  void rename_in(Event& event) {
    event.folder = of(event.folder);
    event.new_folder = of(event.new_folder);
    if (event.kind == Kind::create && event.is_folder) now_[event.file] = ++last_;
    if (event.is_folder) event.file = of(event.file);
  }

  /// That of the folder that has this inode number now.
  std::uint64_t of(std::uint64_t inode) const {
    const auto found = now_.find(inode);
    return found == now_.end() ? inode : found->second;
  }

 private:
  std::map<std::uint64_t, std::uint64_t> now_;
  std::uint64_t last_ = std::uint64_t{1} << 63;  // which no inode has
};

/// Which events a disk holds for certain.
std::vector<bool> durable(const std::vector<Event>& events) {
  std::vector<bool> is_durable(events.size(), false);
  const auto keep_before = [&](std::size_t end, const auto& which) {
    for (std::size_t i = 0; i < end; ++i) {
      if (which(events[i])) is_durable[i] = true;
    }
  };
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& sync = events[i];
    if (sync.kind == Kind::sync_all) keep_before(i, [](const Event&) { return true; });
    if (sync.kind == Kind::sync_folder) {
      keep_before(i, [&](const Event& event) {
        return changes_folder(event) &&
               (event.folder == sync.file || event.new_folder == sync.file);
      });
    }
    if (sync.kind != Kind::sync_file) continue;
    keep_before(i, [&](const Event& event) {
      return event.kind == Kind::write && event.file == sync.file;
    });
    for (std::size_t made = 0; made < i; ++made) {
      if (events[made].kind != Kind::create || events[made].file != sync.file) continue;
      const Name name = names_of(events[made]).front();
      keep_before(made + 1, [&](const Event& event) {
        return changes_folder(event) && std::ranges::count(names_of(event), name) > 0;
      });
    }
  }
  return is_durable;
}

class Loss {
 public:
  Loss(fs::path journal, const fs::path& root, bool loses_all, unsigned seed)
      : journal_(std::move(journal)),
        events_(read_events(journal_)),
        loses_all_(loses_all),
        random_(seed) {
    FolderNumbers numbers;
    for (Event& event : events_) numbers.rename_in(event);
    is_durable_ = durable(events_);
    hold(root, numbers.of(inode(root)));
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.is_directory() && !entry.is_symlink()) {
        hold(entry.path(), numbers.of(inode(entry.path())));
      }
    }
  }

  void happen() {
    lose_pages();
    lose_names();
  }
  std::size_t pages() const { return pages_; }
  std::size_t names() const { return names_; }

 private:
  std::string kept(std::uint64_t file) const {
    return (journal_ / "files" / std::to_string(file)).string();
  }

  /// Of `count` versions, how many later ones are lost.
  std::size_t lost_of(std::size_t count) {
    if (loses_all_) return count;
    return std::uniform_int_distribution<std::size_t>(0, count)(random_);
  }

  void lose_pages() {
    std::map<Name, std::vector<const Event*>> pages;  // the second is the number of the page
    std::map<std::uint64_t, std::uint64_t> sizes;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (event.kind != Kind::write || is_durable_[i]) continue;
      pages[{event.file, std::to_string(event.offset / page_size)}].push_back(&event);
      sizes.emplace(event.file, event.size_before);
    }
    for (auto& [page, writes] : pages) {
      for (std::size_t lost = lost_of(writes.size()); lost > 0; --lost) {
        take_back(*writes.back());
        writes.pop_back();
      }
      std::uint64_t& size = sizes.at(page.first);
      for (const Event* write : writes) size = std::max(size, write->offset + write->length);
    }
    for (const auto& [file, size] : sizes) {
      if (::truncate(kept(file).c_str(), static_cast<off_t>(size)) != 0) std::abort();
    }
  }

  void take_back(const Event& write) {
    ++pages_;
    std::string before = write.before;
    before.resize(write.length, '\0');
    const int file = ::open(kept(write.file).c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0 ||
        ::pwrite(file, before.data(), before.size(), static_cast<off_t>(write.offset)) !=
            static_cast<ssize_t>(before.size())) {
      std::abort();
    }
    ::close(file);
  }

  void lose_names() {
    std::set<Name> lost_names;
    std::vector<const Event*> lost;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (!changes_folder(events_[i]) || is_durable_[i]) continue;
      const auto names = names_of(events_[i]);
      const bool follows_lost =
          std::ranges::any_of(names, [&](const Name& name) { return lost_names.contains(name); });
      if (!follows_lost && lost_of(1) == 0) continue;
      lost_names.insert(names.begin(), names.end());
      lost.push_back(&events_[i]);
    }
    names_ = lost.size();
    for (; !lost.empty(); lost.pop_back()) take_back_name(*lost.back());
  }

  void take_back_name(const Event& event) {
    const fs::path folder = path_of(event.folder);
    if (folder.empty()) return;  // gone with its own name
    const fs::path path = folder / event.name;
    if (event.kind == Kind::create) {
      fs::remove_all(path);
    } else if (event.kind == Kind::remove) {
      bring_back(event.file, event.is_folder, path);
    } else {
      const fs::path moved = path_of(event.new_folder) / event.new_name;
      fs::rename(moved, path);
      if (event.replaced != 0) bring_back(event.replaced, false, moved);
    }
  }

  void bring_back(std::uint64_t file, bool is_folder, const fs::path& path) {
    if (!is_folder) {
      if (::linkat(AT_FDCWD, kept(file).c_str(), AT_FDCWD, path.c_str(), 0) != 0) std::abort();
      return;
    }
    fs::create_directory(path);
    hold(path, file);
  }

  static std::uint64_t inode(const fs::path& path) {
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0) std::abort();
    return info.st_ino;
  }

  /// Open, a folder keeps its inode number from others and tells where it is.
  void hold(const fs::path& folder, std::uint64_t number) {
    Descriptor opened(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!opened) std::abort();
    folders_[number] = std::move(opened);
  }

  /// Empty where the folder is no more.
  fs::path path_of(std::uint64_t folder) const {
    const auto held = folders_.find(folder);
    if (held == folders_.end()) return {};
    const fs::path path = fs::read_symlink("/proc/self/fd/" + std::to_string(held->second.get()));
    return fs::exists(path) ? path : fs::path();
  }

  fs::path journal_;
  std::vector<Event> events_;
  std::vector<bool> is_durable_;
  bool loses_all_;
  std::mt19937 random_;
  std::map<std::uint64_t, Descriptor> folders_;
  std::size_t pages_ = 0;
  std::size_t names_ = 0;
};

}  // namespace
}  // namespace kamerzoek::test

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: power_loss JOURNAL FOLDER all|SEED\n";
    return 2;
  }
  const std::string how = argv[3];
  const bool loses_all = how == "all";
  kamerzoek::test::Loss loss(argv[1], argv[2], loses_all,
                             loses_all ? 0 : static_cast<unsigned>(std::stoul(how)));
  loss.happen();
  std::cout << loss.pages() << " pages and " << loss.names() << " names lost\n";
}
