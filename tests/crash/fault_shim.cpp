// Stands between a program and the C library (LD_PRELOAD): what the program does to the files below
// one folder is counted, may be made to fail, and is written to a journal. fault_plan.hpp says how.
//
// Every call that can change a file is here; one that is not understood ends the program, so that
// nothing passes unseen. What `fwrite` writes is the exception: the C library calls itself.
#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "tests/crash/fault_plan.hpp"
#include "tests/crash/shim_journal.hpp"

namespace kamerzoek::test {
namespace {

// One call at a time, so that the journal has them in the order in which they happened.
std::mutex one_at_a_time;

std::string target(const std::string& link) {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t length = ::readlink(link.c_str(), buffer.data(), buffer.size());
  return length < 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::string path_of(int file) {
  return target("/proc/self/fd/" + std::to_string(file));
}

/// In full, as the *at functions take it; the last part is not followed.
std::string full(int folder, const char* path) {
  if (*path == '/') return path;
  return (folder == AT_FDCWD ? target("/proc/self/cwd") : path_of(folder)) + "/" + path;
}

int failed(int error) {
  errno = error;
  return -1;
}

[[noreturn]] void not_understood(const char* call) {
  std::fprintf(stderr, "fault_shim: %s is not understood\n", call);
  std::abort();
}

void refuse(const char* call, int file) {
  if (file >= 0 && is_watched(path_of(file))) not_understood(call);
}

/// `open`: the kernel's, or what the fault makes of it.
int open_file(int folder, const char* path, int flags, mode_t mode) {
  const auto really = [&] {
    return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
  };
  const std::string name = full(folder, path);
  const bool may_write = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
  if (!may_write || !is_watched(name)) return really();
  if ((flags & O_TMPFILE) == O_TMPFILE) not_understood("O_TMPFILE");

  const std::lock_guard lock(one_at_a_time);
  const bool is_there = entry_at(name).file != 0;
  const bool makes = !is_there && (flags & O_CREAT) != 0;
  if (const int error = befalls("open", name, makes ? Needs::room : Needs::no_room)) {
    return failed(error);
  }
  const int file = really();
  if (file < 0) return file;
  // What a truncation takes away is gone at once: whoever cuts a file that is still wanted must
  // be found out.
  if (makes) {
    note_created(name);
  } else {
    keep(name);
  }
  return file;
}

mode_t mode_in(int flags, std::va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

template <typename Write>
ssize_t write_file(const char* call, int file, const void* data, std::size_t size, off_t offset,
                   const Write& really) {
  const std::string name = path_of(file);
  if (!is_watched(name)) return really(data, size);
  const std::lock_guard lock(one_at_a_time);
  bool may_be_short = false;
  const int error = befalls(call, name, Needs::room, &may_be_short);
  if (may_be_short && size > 1) {
    size /= 2;
  } else if (error != 0) {
    return failed(error);
  }
  if (offset < 0) {
    const bool appends = (::fcntl(file, F_GETFL) & O_APPEND) != 0;
    offset = ::lseek(file, 0, appends ? SEEK_END : SEEK_CUR);
  }
  note_write(file, static_cast<std::uint64_t>(offset), size);
  return really(data, size);
}

ssize_t write_at(int file, const void* data, std::size_t size, off_t offset) {
  return write_file("pwrite", file, data, size, offset, [&](const void* bytes, std::size_t count) {
    return ::syscall(SYS_pwrite64, file, bytes, count, offset);
  });
}

int sync_file(const char* call, long number, int file) {
  const std::string name = path_of(file);
  if (!is_watched(name)) return static_cast<int>(::syscall(number, file));
  const std::lock_guard lock(one_at_a_time);
  if (const int error = befalls(call, name, Needs::no_room)) return failed(error);
  // The real one is not waited for: what the journal calls synced is what counts here.
  if (!syncs_are_ignored()) note_sync(file);
  return 0;
}

int make_entry(const char* call, const std::string& name, const auto& really) {
  if (!is_watched(name)) return really();
  const std::lock_guard lock(one_at_a_time);
  if (const int error = befalls(call, name, Needs::room)) return failed(error);
  const int done = really();
  if (done == 0) note_created(name);
  return done;
}

int remove_entry(const char* call, int folder, const char* path, int flags) {
  const auto really = [&] {
    return static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags));
  };
  const std::string name = full(folder, path);
  if (!is_watched(name)) return really();
  const std::lock_guard lock(one_at_a_time);
  if (const int error = befalls(call, name, Needs::no_room)) return failed(error);
  const Entry what = entry_at(name);
  keep(name);
  const int done = really();
  if (done == 0) note_removed(name, what);
  return done;
}

int rename_entry(int folder, const char* path, int new_folder, const char* new_path,
                 unsigned flags) {
  const auto really = [&] {
    return static_cast<int>(::syscall(SYS_renameat2, folder, path, new_folder, new_path, flags));
  };
  const std::string from = full(folder, path);
  const std::string to = full(new_folder, new_path);
  if (is_watched(from) != is_watched(to) || (is_watched(to) && (flags & RENAME_EXCHANGE) != 0)) {
    not_understood("this rename");
  }
  if (!is_watched(to)) return really();
  const std::lock_guard lock(one_at_a_time);
  if (const int error = befalls("rename", to, Needs::no_room)) return failed(error);
  const Entry replaced = entry_at(to);
  keep(from);
  keep(to);
  const int done = really();
  if (done == 0) note_renamed(from, to, replaced);
  return done;
}

std::FILE* open_stream(const char* symbol, const char* path, const char* mode) {
  using Open = std::FILE* (*)(const char*, const char*);
  const auto really = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, symbol));
  const bool may_write = std::string(mode).find_first_of("wa+") != std::string::npos;
  const std::string name = full(AT_FDCWD, path);
  if (!may_write || !is_watched(name)) return really(path, mode);
  const std::lock_guard lock(one_at_a_time);
  const bool makes = entry_at(name).file == 0;
  if (const int error = befalls("open", name, makes ? Needs::room : Needs::no_room)) {
    errno = error;
    return nullptr;
  }
  std::FILE* stream = really(path, mode);
  if (stream == nullptr) return stream;
  if (makes) {
    note_created(name);
  } else {
    keep(name);
  }
  return stream;
}

}  // namespace
}  // namespace kamerzoek::test

// NOLINTBEGIN: the names and types are the C library's.
namespace shim = kamerzoek::test;

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = shim::mode_in(flags, arguments);
  va_end(arguments);
  return shim::open_file(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = shim::mode_in(flags, arguments);
  va_end(arguments);
  return shim::open_file(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = shim::mode_in(flags, arguments);
  va_end(arguments);
  return shim::open_file(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = shim::mode_in(flags, arguments);
  va_end(arguments);
  return shim::open_file(folder, path, flags, mode);
}
int creat(const char* path, mode_t mode) {
  return shim::open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char* path, mode_t mode) {
  return shim::open_file(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
std::FILE* fopen(const char* path, const char* mode) {
  return shim::open_stream("fopen", path, mode);
}
std::FILE* fopen64(const char* path, const char* mode) {
  return shim::open_stream("fopen64", path, mode);
}

ssize_t write(int file, const void* data, size_t size) {
  return shim::write_file("write", file, data, size, -1, [&](const void* bytes, size_t count) {
    return ::syscall(SYS_write, file, bytes, count);
  });
}
ssize_t pwrite(int file, const void* data, size_t size, off_t offset) {
  return shim::write_at(file, data, size, offset);
}
ssize_t pwrite64(int file, const void* data, size_t size, off64_t offset) {
  return shim::write_at(file, data, size, offset);
}
ssize_t writev(int file, const iovec* parts, int count) {
  if (!shim::is_watched(shim::path_of(file))) return ::syscall(SYS_writev, file, parts, count);
  std::string all;
  for (int i = 0; i < count; ++i) {
    all.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
  }
  return write(file, all.data(), all.size());
}

int fsync(int file) {
  return shim::sync_file("fsync", SYS_fsync, file);
}
int fdatasync(int file) {
  return shim::sync_file("fdatasync", SYS_fdatasync, file);
}
int syncfs(int file) noexcept {
  if (shim::is_watched(shim::path_of(file)) && !shim::syncs_are_ignored()) shim::note_sync_all();
  return static_cast<int>(::syscall(SYS_syncfs, file));
}

int mkdir(const char* path, mode_t mode) noexcept {
  return shim::make_entry("mkdir", shim::full(AT_FDCWD, path), [&] {
    return static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
  });
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  return shim::make_entry("mkdir", shim::full(folder, path), [&] {
    return static_cast<int>(::syscall(SYS_mkdirat, folder, path, mode));
  });
}
int symlink(const char* to, const char* path) noexcept {
  return shim::make_entry("symlink", shim::full(AT_FDCWD, path), [&] {
    return static_cast<int>(::syscall(SYS_symlinkat, to, AT_FDCWD, path));
  });
}
int symlinkat(const char* to, int folder, const char* path) noexcept {
  return shim::make_entry("symlink", shim::full(folder, path), [&] {
    return static_cast<int>(::syscall(SYS_symlinkat, to, folder, path));
  });
}
int linkat(int folder, const char* path, int new_folder, const char* new_path, int flags) noexcept {
  return shim::make_entry("link", shim::full(new_folder, new_path), [&] {
    return static_cast<int>(::syscall(SYS_linkat, folder, path, new_folder, new_path, flags));
  });
}
int link(const char* path, const char* new_path) noexcept {
  return linkat(AT_FDCWD, path, AT_FDCWD, new_path, 0);
}

int unlink(const char* path) noexcept {
  return shim::remove_entry("unlink", AT_FDCWD, path, 0);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  return shim::remove_entry(flags == AT_REMOVEDIR ? "rmdir" : "unlink", folder, path, flags);
}
int rmdir(const char* path) noexcept {
  return shim::remove_entry("rmdir", AT_FDCWD, path, AT_REMOVEDIR);
}
int remove(const char* path) noexcept {
  return shim::entry_at(path).is_folder ? rmdir(path) : unlink(path);
}

int rename(const char* path, const char* new_path) noexcept {
  return shim::rename_entry(AT_FDCWD, path, AT_FDCWD, new_path, 0);
}
int renameat(int folder, const char* path, int new_folder, const char* new_path) noexcept {
  return shim::rename_entry(folder, path, new_folder, new_path, 0);
}
int renameat2(int folder, const char* path, int new_folder, const char* new_path,
              unsigned flags) noexcept {
  return shim::rename_entry(folder, path, new_folder, new_path, flags);
}

// What nothing here has had to use yet.
int ftruncate(int file, off_t size) noexcept {
  shim::refuse("ftruncate", file);
  return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int ftruncate64(int file, off64_t size) noexcept {
  return ftruncate(file, size);
}
int truncate(const char* path, off_t size) noexcept {
  if (shim::is_watched(shim::full(AT_FDCWD, path))) shim::not_understood("truncate");
  return static_cast<int>(::syscall(SYS_truncate, path, size));
}
int truncate64(const char* path, off64_t size) noexcept {
  return truncate(path, size);
}
int fallocate(int file, int mode, off_t offset, off_t size) {
  shim::refuse("fallocate", file);
  return static_cast<int>(::syscall(SYS_fallocate, file, mode, offset, size));
}
ssize_t sendfile(int to, int from, off_t* offset, size_t size) noexcept {
  shim::refuse("sendfile", to);
  return ::syscall(SYS_sendfile, to, from, offset, size);
}
ssize_t copy_file_range(int from, off64_t* at, int to, off64_t* to_at, size_t size,
                        unsigned flags) {
  shim::refuse("copy_file_range", to);
  return ::syscall(SYS_copy_file_range, from, at, to, to_at, size, flags);
}
ssize_t pwritev(int file, const iovec* parts, int count, off_t offset) {
  shim::refuse("pwritev", file);
  return ::syscall(SYS_pwritev, file, parts, count, offset, 0L);
}
void* mmap(void* address, size_t size, int protection, int flags, int file, off_t offset) noexcept {
  if ((protection & PROT_WRITE) != 0 && (flags & MAP_SHARED) != 0) shim::refuse("mmap", file);
  return reinterpret_cast<void*>(
      ::syscall(SYS_mmap, address, size, protection, flags, file, offset));
}

}  // extern "C"
// NOLINTEND
