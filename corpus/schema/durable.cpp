#include "corpus/schema/durable.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "corpus/model/descriptor.hpp"

namespace kamerzoek::schema {
namespace {

namespace fs = std::filesystem;

std::error_code last_error() {
  return {errno, std::generic_category()};
}

Descriptor opened(const fs::path& path, int flags) {
  return Descriptor(::open(path.c_str(), flags | O_CLOEXEC, 0666));
}

std::error_code write(const fs::path& file, std::string_view content, bool sync) {
  const Descriptor out = opened(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (!out) return last_error();
  while (!content.empty()) {
    const ssize_t written = ::write(out.get(), content.data(), content.size());
    if (written < 0) return last_error();
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return !sync || ::fdatasync(out.get()) == 0 ? std::error_code{} : last_error();
}

std::error_code replace(const fs::path& file, std::string_view content, bool sync) {
  const fs::path fresh = file.string() + ".nieuw";
  if (const auto error = write(fresh, content, sync)) return error;
  std::error_code error;
  fs::rename(fresh, file, error);
  return error;
}

}  // namespace

std::error_code sync_folder(const fs::path& folder) {
  const Descriptor names = opened(folder, O_RDONLY | O_DIRECTORY);
  if (!names) return last_error();
  if (::fsync(names.get()) == 0) return {};
  // Some file systems know no sync of a folder.
  return errno == EINVAL || errno == ENOTSUP ? std::error_code{} : last_error();
}

std::error_code sync_files(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const Descriptor file = opened(at->path(), O_RDONLY);
    if (!file || ::fsync(file.get()) != 0) return last_error();
  }
  return error ? error : sync_folder(folder);
}

std::error_code make_folder(const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::absolute(folder, error).lexically_normal();
  if (error || fs::is_directory(whole, error)) return error;
  const fs::path here = whole.has_filename() ? whole : whole.parent_path();
  if (error = make_folder(here.parent_path()); error) return error;
  fs::create_directory(here, error);
  if (error == std::errc::file_exists) return std::make_error_code(std::errc::not_a_directory);
  return error ? error : sync_folder(here.parent_path());
}

std::error_code replace_passing_file(const fs::path& file, std::string_view content) {
  return replace(file, content, false);
}

std::error_code replace_file(const fs::path& file, std::string_view content) {
  const auto error = replace(file, content, true);
  return error ? error : sync_folder(file.parent_path());
}

}  // namespace kamerzoek::schema
