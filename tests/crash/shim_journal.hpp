#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <sys/types.h>

#include "tests/crash/journal.hpp"

/// The writing side of the journal. All of it does nothing where none is kept (fault_plan.hpp).
namespace kamerzoek::test {

/// A file or folder by a name; zeros where there is none. Links are not followed.
struct Entry {
  std::uint64_t file = 0;
  bool is_folder = false;
};
Entry entry_at(const std::string& path);

/// Keeps the file under its inode number. Before its first name is gone, that is.
void keep(const std::string& path);

/// Before `length` bytes are written to the open file at `offset`.
void note_write(int file, std::uint64_t offset, std::size_t length);

void note_sync(int file);
void note_sync_all();

/// After the call.
void note_created(const std::string& path);
void note_removed(const std::string& path, const Entry& what);
void note_renamed(const std::string& from, const std::string& to, const Entry& replaced);

}  // namespace kamerzoek::test
