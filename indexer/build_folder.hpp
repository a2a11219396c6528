#pragma once

#include <filesystem>
#include <string_view>

#include "corpus/model/descriptor.hpp"
#include "corpus/model/result.hpp"

namespace kamerzoek {

/// The folder `build` of an index, where a generation is made before it takes over. Of one process
/// at a time, as long as this lives; readers and the writer of the live generation never look here.
class BuildFolder {
 public:
  /// Fails where another process has it, or it cannot be made.
  static Result<BuildFolder> open(const std::filesystem::path& dir);

  /// Keeps what an interrupted build left, where that was a build of the same `purpose`, by a
  /// program that makes the same of a record, since the machine was started: what was written
  /// before that may not be whole. Removes it otherwise.
  Result<void> begin(std::string_view purpose);

  /// Removes the folder and all in it.
  Result<void> discard();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path records() const { return path_ / "records"; }
  std::filesystem::path segments() const { return path_ / "segments"; }
  std::filesystem::path merging() const { return path_ / "merging"; }
  std::filesystem::path generation() const { return path_ / "generation"; }

 private:
  BuildFolder(std::filesystem::path path, Descriptor lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}

  std::filesystem::path path_;
  Descriptor lock_;
};

}  // namespace kamerzoek
