#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// The SHA-256 (FIPS 180-4) of bytes, in 64 lower-case hexadecimal digits. Any thread.
std::string sha256(std::string_view bytes);

}  // namespace kamerzoek
