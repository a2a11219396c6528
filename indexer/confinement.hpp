#pragma once

#include <chrono>
#include <cstddef>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// What a process may use that reads files of strangers.
struct Confinement {
  std::size_t memory = std::size_t{1} << 30;  ///< bytes, beyond what it has when it begins
  std::chrono::seconds processor_time{30};    ///< for each file
};

/// Gives up, for good and for this whole process, all but computing and the descriptors it has: it
/// opens no file, starts no program, reaches no network, writes no file that it has not got, and
/// leaves no core. System calls that it has given up fail with EPERM, so that a library that
/// looks for its configuration does without. Ends with its parent. Fails (unreadable) where the
/// system does not allow it to be confined; then nothing of a stranger should be read.
///
/// Under a sanitizer memory has no limit: theirs is mapped in terabytes.
Result<void> confine(const Confinement& to);

/// From here on `processor_time` for the next file; past it the process is killed by SIGXCPU. For a
/// process that is confined.
void begin_file(const Confinement& to);

}  // namespace kamerzoek
