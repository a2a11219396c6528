#include "indexer/read_file.hpp"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "corpus/formats/json_lines.hpp"
#include "corpus/formats/read_bytes.hpp"
#include "corpus/formats/sniff.hpp"
#include "corpus/formats/uri.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

/// RFC 8089.
std::string file_uri(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  return "file://" + uri_path(absolute.string());
}

/// Appends up to `most` bytes; fewer only at the end of the file.
void read_some(std::istream& in, std::size_t most, std::string& bytes) {
  const std::size_t had = bytes.size();
  bytes.resize(had + most);
  in.read(bytes.data() + had, static_cast<std::streamsize>(most));
  bytes.resize(had + static_cast<std::size_t>(in.gcount()));
}

Error cannot_read() {
  return {ErrorCode::unreadable,
          fmt::format("kan niet worden gelezen: {}", std::generic_category().message(errno)),
          {}};
}

}  // namespace

Result<void> read_file(const fs::path& path, Extractor& extractor, const Sink& sink) {
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
    return read_json_lines(in, sink);
  }
  if (in) read_some(in, largest_file + 1 - bytes.size(), bytes);
  if (in.bad()) return tl::unexpected(cannot_read());
  if (bytes.size() > largest_file) {
    return failure(ErrorCode::unreadable,
                   fmt::format("te groot: meer dan {} MB", largest_file >> 20));
  }
  const Input input{bytes, file_uri(path)};
  return is_hazardous(*format) ? extractor.read(input, sink) : read_bytes(input, sink);
}

}  // namespace kamerzoek
