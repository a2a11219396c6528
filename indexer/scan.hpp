#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// A path as it may be printed: valid UTF-8 without control characters; what is not is written
/// `\xNN`.
std::string printable(const std::filesystem::path& path);

struct ScanSink {
  std::function<void(const std::filesystem::path&)> file;
  /// Something that is not read, and why; the rest goes on.
  std::function<void(const std::filesystem::path&, Error)> problem;
};

/// Finds the files under `path` (a file or a folder, any depth), in the byte order of their names,
/// so that two runs over the same tree are the same run. Symbolic links are followed; a link that
/// leads back into its own folders is a problem, as is a folder that cannot be read, a name that is
/// no UTF-8, and anything that is no ordinary file (it is not opened: a pipe would hang).
void scan(const std::filesystem::path& path, const ScanSink& sink);

}  // namespace kamerzoek
