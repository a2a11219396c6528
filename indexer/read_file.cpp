#include "indexer/read_file.hpp"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "corpus/formats/json_lines.hpp"
#include "corpus/formats/odata.hpp"
#include "corpus/formats/official_xml.hpp"
#include "corpus/formats/opentk.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/sniff.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = std::size_t{64} << 10;

/// RFC 8089: the bytes of the path, those that are not plain in a URI as %NN.
std::string file_uri(const fs::path& path) {
  constexpr std::string_view plain = "/-._~";
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  std::string uri = "file://";
  for (const char c : absolute.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || plain.find(c) != plain.npos;
    uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

/// Appends up to `most` bytes; fewer only at the end of the file.
void read_some(std::istream& in, std::size_t most, std::string& bytes) {
  const std::size_t had = bytes.size();
  bytes.resize(had + most);
  in.read(bytes.data() + had, static_cast<std::streamsize>(most));
  bytes.resize(had + static_cast<std::size_t>(in.gcount()));
}

Result<void> read_whole(Format format, const Input& input, const Sink& sink) {
  switch (format) {
    case Format::official_xml:
      return read_official_xml(input, sink);
    case Format::vlos_xml:
      return read_vlos_xml(input, sink);
    case Format::odata:
      return read_odata(input, sink);
    case Format::opentk_text:
      return read_opentk_text(input, sink);
    case Format::opentk_html:
      return read_opentk_html(input, sink);
    case Format::plain_text:
    case Format::json_lines:
      break;
  }
  return read_plain_text(input, sink);
}

Error cannot_read() {
  return {ErrorCode::unreadable,
          fmt::format("kan niet worden gelezen: {}", std::generic_category().message(errno)),
          {}};
}

}  // namespace

Result<void> read_file(const fs::path& path, const Sink& sink) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return tl::unexpected(cannot_read());
  std::string bytes;
  read_some(in, head_size, bytes);
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
  return read_whole(*format, Input{bytes, file_uri(path)}, sink);
}

}  // namespace kamerzoek
