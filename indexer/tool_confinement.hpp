#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// What a program of others may use that reads a file of a stranger.
struct ToolLimits {
  std::size_t memory = std::size_t{2} << 30;  ///< bytes of address space, with the program itself
  std::chrono::seconds processor_time{60};
};

/// The bounds of a process that is to become such a program: it reads the libraries of the system,
/// its own data and what it has open already, and writes to that only; it starts no other program
/// and reaches no network. These bounds outlive exec, unlike those of confinement.hpp, which leave
/// a process nothing to start a program with. By Landlock (Linux 5.13), seccomp and limits.
///
/// All that takes memory is done by `prepare`, so that a process that was forked from one with
/// threads may `enter`.
class ToolConfinement {
 public:
  /// For the program, by its path, and the folders with its data (those that are not there do not
  /// matter). Fails (unreachable) where the system has no Landlock or seccomp.
  static Result<ToolConfinement> prepare(const std::string& program,
                                         const std::vector<std::string>& data,
                                         const ToolLimits& limits);
  ToolConfinement(ToolConfinement&& other) noexcept;
  ToolConfinement& operator=(ToolConfinement&&) = delete;
  ToolConfinement(const ToolConfinement&) = delete;
  ToolConfinement& operator=(const ToolConfinement&) = delete;
  ~ToolConfinement();

  /// Confines the calling process for good. System calls only. False where it could not; then the
  /// program must not be started.
  bool enter() const;

 private:
  ToolConfinement() = default;

  int files_ = -1;      ///< Landlock's rules
  std::string filter_;  ///< seccomp's, as the kernel takes them
  ToolLimits limits_;
};

}  // namespace kamerzoek
