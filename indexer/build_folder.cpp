#include "indexer/build_folder.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include "corpus/schema/durable.hpp"
#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/analyzer.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string maker(std::string_view purpose) {
  return fmt::format("{}\nschema {}\nanalyse {}\n{}", purpose, schema::version, analysis_version,
                     content_of("/proc/sys/kernel/random/boot_id"));
}

}  // namespace

Result<BuildFolder> BuildFolder::open(const fs::path& dir) {
  const fs::path path = schema::build_folder(dir);
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return tl::unexpected(schema::file_error(path, error));
  // Of the folder around it: this one comes and goes.
  Descriptor lock(::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    return tl::unexpected(schema::index_error(dir, "DatabaseLockError", ""));
  }
  return BuildFolder(path, std::move(lock));
}

Result<void> BuildFolder::begin(std::string_view purpose) {
  const fs::path made_by = path_ / "made-by";
  const std::string now = maker(purpose);
  if (content_of(made_by) == now) return {};
  if (auto done = discard(); !done) return done;
  std::error_code error;
  fs::create_directories(segments(), error);
  if (error) return tl::unexpected(schema::file_error(segments(), error));
  error = schema::replace_passing_file(made_by, now);
  if (error) return tl::unexpected(schema::file_error(made_by, error));
  return {};
}

Result<void> BuildFolder::discard() {
  std::error_code error;
  fs::remove_all(path_, error);
  if (error) return tl::unexpected(schema::file_error(path_, error));
  return {};
}

}  // namespace kamerzoek
