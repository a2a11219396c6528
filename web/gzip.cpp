#include "web/gzip.hpp"

#include <algorithm>
#include <array>
#include <new>

#include <zlib.h>

namespace kamerzoek::web {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view small) {
  return std::ranges::equal(text, small, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
  });
}

/// What is before the first `separator`, taken off `text` with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view before = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(before);
}

/// ";q=0", which may have up to three zeros behind a point, refuses what it stands behind.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view parameter = take_until(parameters, ';');
    if (!equals_ignoring_case(take_until(parameter, '='), "q")) continue;
    return parameter.find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view parameters = take_until(accept_encoding, ',');
    const std::string_view coding = take_until(parameters, ';');
    if (equals_ignoring_case(coding, "gzip")) return !is_refused(parameters);
    if (coding == "*") any = !is_refused(parameters);
  }
  return any;
}

Gzip::Gzip() {
  constexpr int as_gzip_file = 16;  // besides the size of the window
  constexpr int usual_memory = 8;
  if (::deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + as_gzip_file,
                     usual_memory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Gzip::~Gzip() {
  ::deflateEnd(&stream_);
}

std::string Gzip::add(std::string_view text) {
  return deflate(text, Z_NO_FLUSH);
}

std::string Gzip::finish() {
  return deflate({}, Z_FINISH);
}

std::string Gzip::deflate(std::string_view text, int flush) {
  std::string out;
  std::array<char, 16384> piece;
  const auto bytes = [](auto* text_bytes) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text_bytes));
  };
  stream_.next_in = bytes(text.data());
  stream_.avail_in = static_cast<uInt>(text.size());
  do {
    stream_.next_out = bytes(piece.data());
    stream_.avail_out = static_cast<uInt>(piece.size());
    ::deflate(&stream_, flush);
    out.append(piece.data(), piece.size() - stream_.avail_out);
  } while (stream_.avail_out == 0);
  return out;
}

}  // namespace kamerzoek::web
