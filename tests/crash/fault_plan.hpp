#pragma once

#include <string>

/// Which calls of this process are counted, what befalls one of them, and the record of both. By
/// the environment:
///
///   CRASH_ROOT     the folder; calls that change something below it are counted, from 1
///   CRASH_LOG      a file, to which each such call adds a line: its number, its name, its path
///   CRASH_AT       the number of the call that the fault befalls; none when absent
///   CRASH_FAULT    kill: SIGKILL, before the call
///                  stop: SIGSTOP, before the call
///                  EIO: that call fails
///                  ENOSPC: that call fails, and so does every later one that needs room
///                  short: the same, but of what was to be written half is
///                  EROFS: that call and every later one fail
///   CRASH_JOURNAL  a folder on the same disk: keeps a journal there, for `power_loss`
///   CRASH_SYNCS    `ignored`: a sync does nothing and says it did
///   CRASH_CLOCK    from its third reading on the wall clock is so many seconds off
namespace kamerzoek::test {

enum class Fault { none, kill, stop, io_error, no_room, short_write, read_only };

/// What a call does with a disk, as far as a fault asks.
enum class Needs { room, no_room };

/// Without a path for one that is not below the root.
bool is_watched(const std::string& path);

/// Counts and records a call; returns the errno with which it is to fail, or 0. `may_be_short` is
/// set when half of what it writes still has room.
int befalls(const char* call, const std::string& path, Needs needs, bool* may_be_short = nullptr);

/// The folder of the journal; empty where none is kept.
const std::string& journal();

bool syncs_are_ignored();

}  // namespace kamerzoek::test
