#include "corpus/model/file_uri.hpp"

#include <algorithm>
#include <charconv>

namespace kamerzoek {
namespace {

constexpr std::string_view scheme = "file://";
// No path has an exclamation mark of its own: uri_path writes it as %21.
constexpr std::string_view inside = "!/";

std::string escaped(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'%', digits[byte / 16], digits[byte % 16]};
}

std::optional<std::string> unescaped(std::string_view path) {
  std::string bytes;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '%') {
      bytes += path[i];
      continue;
    }
    const std::string_view digits = path.substr(i + 1, 2);
    unsigned byte = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, byte, 16);
    if (digits.size() != 2 || read.ptr != end || byte == 0) return std::nullopt;
    bytes += static_cast<char>(byte);
    i += 2;
  }
  return bytes;
}

}  // namespace

std::string uri_path(std::string_view path) {
  constexpr std::string_view plain = "/-._~";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || plain.find(c) != plain.npos;
    uri += is_plain ? std::string(1, c) : escaped(byte);
  }
  return uri;
}

std::string file_uri(std::string_view path) {
  return std::string(scheme) + uri_path(path);
}

std::string entry_uri(std::string_view archive, std::string_view name) {
  return std::string(archive) + std::string(inside) + uri_path(name);
}

std::optional<NamedFile> file_named(std::string_view uri) {
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  const std::size_t end = std::min(uri.find(inside), uri.size());
  auto path = unescaped(uri.substr(0, end));
  auto entry = unescaped(uri.substr(std::min(end + inside.size(), uri.size())));
  if (!path || !path->starts_with('/') || !entry) return std::nullopt;
  return NamedFile{*std::move(path), *std::move(entry)};
}

}  // namespace kamerzoek
