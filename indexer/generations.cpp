#include "indexer/generations.hpp"

#include <cerrno>
#include <charconv>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "corpus/model/descriptor.hpp"
#include "corpus/schema/layout.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

Error cannot(const char* what, const fs::path& path, const std::error_code& why) {
  return {ErrorCode::index_unavailable,
          fmt::format("kan {} {} niet maken: {}", what, path.string(), why.message()),
          "controleer de map en haar rechten, en of de schijf vol is, of kies een andere map met "
          "--index"};
}

/// The number at the end of a generation's name; 0 when there is none.
unsigned number_of(const fs::path& generation) {
  const std::string name = generation.filename().string();
  const std::size_t dash = name.rfind('-');
  unsigned number = 0;
  if (dash != std::string::npos) {
    std::from_chars(name.data() + dash + 1, name.data() + name.size(), number);
  }
  return number;
}

/// Waits until a file or folder is on the disk.
std::error_code sync(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.get()) != 0) return {errno, std::generic_category()};
  return {};
}

std::error_code sync_all(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (const std::error_code failed = sync(at->path())) return failed;
  }
  return error ? error : sync(folder);
}

Result<void> point_at(const fs::path& dir, const fs::path& generation) {
  const fs::path link = dir / "current.new";
  std::error_code error;
  fs::remove(link, error);
  fs::create_symlink(generation.filename(), link, error);
  if (error) return tl::unexpected(cannot("de verwijzing", link, error));
  fs::rename(link, schema::current(dir), error);
  if (!error) error = sync(dir);
  if (error) return tl::unexpected(cannot("de verwijzing", schema::current(dir), error));
  return {};
}

}  // namespace

Result<fs::path> live_generation(const fs::path& dir) {
  std::error_code error;
  const fs::path target = fs::read_symlink(schema::current(dir), error);
  if (!error) return dir / target;
  const fs::path first = dir / schema::generation_name(1);
  fs::remove_all(first, error);
  if (!error) fs::create_directories(first, error);
  if (error) return tl::unexpected(cannot("de map", first, error));
  if (auto live = point_at(dir, first); !live) return tl::unexpected(live.error());
  return first;
}

Result<void> go_live(const fs::path& dir, const fs::path& built) {
  std::error_code error;
  const fs::path old = fs::read_symlink(schema::current(dir), error);
  const fs::path generation = dir / schema::generation_name(number_of(old) + 1);
  error = sync_all(built);
  if (!error) fs::remove_all(generation, error);
  if (!error) fs::rename(built, generation, error);
  if (!error) error = sync(dir);
  if (error) return tl::unexpected(cannot("de map", generation, error));
  return point_at(dir, generation);
}

void remove_old_generations(const fs::path& dir) {
  std::error_code error;
  const fs::path live = fs::read_symlink(schema::current(dir), error).filename();
  if (error) return;
  for (fs::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
    const fs::path name = at->path().filename();
    std::error_code ignored;
    if (name != live && number_of(name) != 0 && name == schema::generation_name(number_of(name))) {
      fs::remove_all(at->path(), ignored);
    }
  }
}

}  // namespace kamerzoek
