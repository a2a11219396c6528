#include "corpus/formats/sniff_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace kamerzoek {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"sv;

// What Word wrote up to 2003, and what it puts a newer document into to encrypt it: a small file
// system whose names are UTF-16.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view encrypted_package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array signatures = {
    Signature{"\x89PNG\r\n\x1A\n"sv, "een PNG-afbeelding"},
    Signature{"\xFF\xD8\xFF"sv, "een JPEG-afbeelding"},
    Signature{"GIF87a"sv, "een GIF-afbeelding"},
    Signature{"GIF89a"sv, "een GIF-afbeelding"},
    Signature{"II*\0"sv, "een TIFF-afbeelding"},
    Signature{"MM\0*"sv, "een TIFF-afbeelding"},
    Signature{"\x1F\x8B"sv, "een gzip-bestand"},
    Signature{"\x28\xB5\x2F\xFD"sv, "een zstd-bestand"},
    Signature{"BZh"sv, "een bzip2-bestand"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "een xz-bestand"},
    Signature{"SQLite format 3\0"sv, "een SQLite-database"},
};

Error not_read(std::string_view what) {
  return Error{ErrorCode::unreadable, std::string(what) + " wordt nog niet gelezen", {}};
}

std::optional<Error> known_binary(std::string_view head) {
  if (head.starts_with(compound_file) && head.find(encrypted_package) != std::string_view::npos) {
    return Error{ErrorCode::unreadable, "een Word- of Officebestand met een wachtwoord",
                 "sla het zonder wachtwoord op"};
  }
  if (head.starts_with("RIFF"sv) && head.substr(0, 12).ends_with("WEBP"sv)) {
    return not_read("een WebP-afbeelding");
  }
  const auto found = std::ranges::find_if(
      signatures, [&](const Signature& signature) { return head.starts_with(signature.bytes); });
  if (found == signatures.end()) return std::nullopt;
  // "BZh" begins many a word; bzip2 puts a digit after it.
  if (found->bytes == "BZh"sv && (head.size() < 4 || head[3] < '1' || head[3] > '9')) {
    return std::nullopt;
  }
  return not_read(found->what);
}

/// Text has tabs, line ends and page breaks; anything else below the space is a sign of data.
bool is_binary(std::string_view head) {
  std::size_t controls = 0;
  for (const char c : head) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D)) || byte == 0x7F) ++controls;
  }
  return controls * 100 > head.size();
}

/// The length of the UTF-8 sequence that the first byte announces, and the bounds of the second
/// byte, which rule out overlong forms, surrogates and what is beyond U+10FFFF. Length 0: no first
/// byte.
struct Sequence {
  std::size_t length;
  unsigned char low;
  unsigned char high;
};

Sequence sequence_of(unsigned char first) {
  if (first < 0x80) return {1, 0, 0};
  if (first < 0xC2) return {0, 0, 0};
  if (first < 0xE0) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4, 0x80, 0xBF};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// The offset of the first sequence that is no UTF-8.
std::optional<std::size_t> broken_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_of(static_cast<unsigned char>(text[at]));
    if (sequence.length == 0) return at;
    for (std::size_t i = 1; i < sequence.length && at + i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      const unsigned char low = i == 1 ? sequence.low : 0x80;
      const unsigned char high = i == 1 ? sequence.high : 0xBF;
      if (byte < low || byte > high) return at;
    }
    at += sequence.length;
  }
  return std::nullopt;
}

Error no_utf8(std::size_t offset) {
  return Error{ErrorCode::unreadable, "geen UTF-8 (byte " + std::to_string(offset) + ")", {}};
}

}  // namespace

std::string_view without_lead(std::string_view head) {
  if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
  const std::size_t first = head.find_first_not_of(" \t\r\n\f\v");
  return first == std::string_view::npos ? std::string_view{} : head.substr(first);
}

bool is_word_97(std::string_view head) {
  return head.starts_with(compound_file) && head.find(encrypted_package) == std::string_view::npos;
}

std::optional<Error> why_no_text(std::string_view head) {
  if (without_lead(head).empty()) return Error{ErrorCode::unreadable, "leeg", {}};
  if (auto error = known_binary(head)) return error;
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return no_utf8(0);
  if (is_binary(head)) return Error{ErrorCode::unreadable, "binaire gegevens", {}};
  if (const auto offset = broken_utf8(head)) return no_utf8(*offset);
  return std::nullopt;
}

}  // namespace kamerzoek
