#include "corpus/formats/uri.hpp"

#include <fmt/format.h>

namespace kamerzoek {

std::string uri_path(std::string_view path) {
  constexpr std::string_view plain = "/-._~";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || plain.find(c) != plain.npos;
    uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

}  // namespace kamerzoek
