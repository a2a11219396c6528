#include "tests/crash/shim_journal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/crash/fault_plan.hpp"

namespace kamerzoek::test {
namespace {

// All by the kernel itself: the functions of these names are the shim's.

std::string kept(std::uint64_t file) {
  return journal() + "/files/" + std::to_string(file);
}

void append(const Event& event) {
  const std::string path = journal() + "/events";
  const std::string bytes = encoded(event);
  const auto out = ::syscall(SYS_openat, AT_FDCWD, path.c_str(),
                             O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (out < 0 ||
      ::syscall(SYS_write, out, bytes.data(), bytes.size()) != static_cast<long>(bytes.size())) {
    std::abort();
  }
  ::syscall(SYS_close, out);
}

std::string parent(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

std::string last_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::uint64_t folder_of(const std::string& path) {
  struct stat info = {};
  return ::stat(parent(path).c_str(), &info) == 0 ? info.st_ino : 0;
}

std::string bytes_at(std::uint64_t file, std::uint64_t offset, std::size_t length) {
  std::string bytes(length, '\0');
  const auto in = ::syscall(SYS_openat, AT_FDCWD, kept(file).c_str(), O_RDONLY | O_CLOEXEC);
  if (in < 0) std::abort();
  const auto got = ::syscall(SYS_pread64, in, bytes.data(), length, offset);
  ::syscall(SYS_close, in);
  if (got < 0) std::abort();
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace

Entry entry_at(const std::string& path) {
  struct stat info = {};
  if (::lstat(path.c_str(), &info) != 0) return {};
  return {info.st_ino, S_ISDIR(info.st_mode)};
}

void keep(const std::string& path) {
  const Entry entry = entry_at(path);
  if (journal().empty() || entry.file == 0 || entry.is_folder) return;
  const std::string to = kept(entry.file);
  if (::syscall(SYS_linkat, AT_FDCWD, path.c_str(), AT_FDCWD, to.c_str(), 0) != 0 &&
      errno != EEXIST) {
    std::abort();
  }
}

void note_write(int file, std::uint64_t offset, std::size_t length) {
  struct stat info = {};
  if (journal().empty() || ::fstat(file, &info) != 0) return;
  for (std::uint64_t at = offset; at < offset + length;) {
    const std::uint64_t end = std::min(offset + length, (at / page_size + 1) * page_size);
    Event event;
    event.kind = Event::Kind::write;
    event.file = info.st_ino;
    event.offset = at;
    event.length = end - at;
    event.size_before = static_cast<std::uint64_t>(info.st_size);
    event.before = bytes_at(event.file, at, end - at);
    append(event);
    at = end;
  }
}

void note_sync(int file) {
  struct stat info = {};
  if (journal().empty() || ::fstat(file, &info) != 0) return;
  Event event;
  event.is_folder = S_ISDIR(info.st_mode);
  event.kind = event.is_folder ? Event::Kind::sync_folder : Event::Kind::sync_file;
  event.file = info.st_ino;
  append(event);
}

void note_sync_all() {
  if (!journal().empty()) append(Event{});
}

void note_created(const std::string& path) {
  if (journal().empty()) return;
  keep(path);
  const Entry entry = entry_at(path);
  Event event;
  event.kind = Event::Kind::create;
  event.is_folder = entry.is_folder;
  event.file = entry.file;
  event.folder = folder_of(path);
  event.name = last_name(path);
  append(event);
}

void note_removed(const std::string& path, const Entry& what) {
  if (journal().empty()) return;
  Event event;
  event.kind = Event::Kind::remove;
  event.is_folder = what.is_folder;
  event.file = what.file;
  event.folder = folder_of(path);
  event.name = last_name(path);
  append(event);
}

void note_renamed(const std::string& from, const std::string& to, const Entry& replaced) {
  if (journal().empty()) return;
  const Entry entry = entry_at(to);
  Event event;
  event.kind = Event::Kind::rename;
  event.is_folder = entry.is_folder;
  event.file = entry.file;
  event.replaced = replaced.file;
  event.folder = folder_of(from);
  event.name = last_name(from);
  event.new_folder = folder_of(to);
  event.new_name = last_name(to);
  append(event);
}

}  // namespace kamerzoek::test
