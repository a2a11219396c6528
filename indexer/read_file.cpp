#include "indexer/read_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "corpus/formats/json_lines.hpp"
#include "corpus/formats/read_bytes.hpp"
#include "corpus/model/digest.hpp"
#include "corpus/model/file_uri.hpp"
#include "indexer/converter.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

std::string origin_of(const fs::path& path) {
  std::error_code error;
  return file_uri(fs::absolute(path, error).lexically_normal().native());
}

constexpr std::size_t chunk_size = std::size_t{1} << 20;

/// Appends up to `most` bytes; fewer only at the end of the file. Room for all that may come would
/// cost more than reading what most files are.
void read_some(std::istream& in, std::size_t most, std::string& bytes) {
  while (in && most > 0) {
    const std::size_t had = bytes.size();
    const std::size_t chunk = std::min(most, chunk_size);
    bytes.resize(had + chunk);
    in.read(bytes.data() + had, static_cast<std::streamsize>(chunk));
    bytes.resize(had + static_cast<std::size_t>(in.gcount()));
    most -= chunk;
  }
}

Error cannot_read() {
  return {ErrorCode::unreachable,
          fmt::format("kan niet worden gelezen: {}", std::generic_category().message(errno)),
          {}};
}

/// Passes on what is found, with the digest of the file it was found in.
Sink with_digest(const Sink& sink, const Input& input) {
  return {[&sink, origin = input.origin, digest = sha256(input.bytes)](Piece piece) {
            const std::string_view whole = std::string_view(piece.origin).substr(0, origin.size());
            if (!piece.origin.empty() && whole == origin) piece.digest = digest;
            sink.piece(std::move(piece));
          },
          sink.problem};
}

Error too_large() {
  return {ErrorCode::unreadable, fmt::format("te groot: meer dan {} MB", largest_file >> 20),
          "splits het bestand, of verklein de afbeeldingen erin"};
}

/// What the file system says; 0 where it does not know.
std::uintmax_t size_of(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace

FileIdentity identify(const fs::path& path) {
  FileIdentity file{.origin = origin_of(path), .state = {}};
  struct stat status {};
  // The change of the inode, so that a file put in place of another with its date is another.
  if (::stat(path.c_str(), &status) == 0) {
    file.state = fmt::format("{} bytes, {}.{:09}", status.st_size, status.st_ctim.tv_sec,
                             status.st_ctim.tv_nsec);
  }
  return file;
}

Result<void> read_as(Format format, const Input& input, Extractor& extractor, const Sink& sink) {
  if (needs_conversion(format)) {
    const auto converted = convert(format, input.bytes);
    if (!converted) return tl::unexpected(converted.error());
    return extractor.read({*converted, input.origin, format}, sink);
  }
  return is_hazardous(format) ? extractor.read(input, sink) : read_bytes(input, sink);
}

Result<Format> read_file(const fs::path& path, Extractor& extractor, const Sink& sink) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return tl::unexpected(cannot_read());
  std::string bytes;
  read_some(in, sniffed_bytes, bytes);
  if (in.bad()) return tl::unexpected(cannot_read());
  auto format = sniff(bytes);
  if (!format) return tl::unexpected(format.error());

  if (*format == Format::json_lines) {
    in.clear();
    in.seekg(0);
    if (auto read = read_json_lines(in, sink); !read) return tl::unexpected(read.error());
    return format;
  }
  if (size_of(path) > largest_file) return tl::unexpected(too_large());
  read_some(in, largest_file + 1 - bytes.size(), bytes);
  if (in.bad()) return tl::unexpected(cannot_read());
  // It may have grown since.
  if (bytes.size() > largest_file) return tl::unexpected(too_large());
  const Input input{bytes, origin_of(path)};
  const auto read = read_as(*format, input, extractor, with_digest(sink, input));
  if (!read) return tl::unexpected(read.error());
  return format;
}

}  // namespace kamerzoek
