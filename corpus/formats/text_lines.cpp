#include "corpus/formats/text_lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

namespace kamerzoek {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The length of a character by its first byte, and the range its second byte must be in: that is
// where overlong forms, surrogates and numbers past U+10FFFF show.
struct Lead {
  unsigned char first, last;
  std::size_t length;
  unsigned char low, high;
};
constexpr std::array<Lead, 8> utf8_leads = {{{0xC2, 0xDF, 2, 0x80, 0xBF},
                                             {0xE0, 0xE0, 3, 0xA0, 0xBF},
                                             {0xE1, 0xEC, 3, 0x80, 0xBF},
                                             {0xED, 0xED, 3, 0x80, 0x9F},
                                             {0xEE, 0xEF, 3, 0x80, 0xBF},
                                             {0xF0, 0xF0, 4, 0x90, 0xBF},
                                             {0xF1, 0xF3, 4, 0x80, 0xBF},
                                             {0xF4, 0xF4, 4, 0x80, 0x8F}}};

std::size_t character_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(0) < 0x80) return 1;
  for (const Lead& lead : utf8_leads) {
    if (byte(0) < lead.first || byte(0) > lead.last) continue;
    if (bytes.size() < lead.length || byte(1) < lead.low || byte(1) > lead.high) return 0;
    for (std::size_t i = 2; i < lead.length; ++i) {
      if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    }
    return lead.length;
  }
  return 0;
}

}  // namespace

std::size_t white_space_at(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) <= ' ') return 1;
  // U+00A0, the no-break space.
  if (byte(0) == 0xC2) return text.size() > 1 && byte(1) == 0xA0 ? 2 : 0;
  // U+2000 to U+200A, typographers' spaces of every width, and U+202F.
  if (byte(0) != 0xE2 || text.size() < 3 || byte(1) != 0x80) return 0;
  return byte(2) <= 0x8A || byte(2) == 0xAF ? 3 : 0;
}

std::string collapsed(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t width = white_space_at(text.substr(i))) {
      space = true;
      i += width;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += text[i++];
  }
  return line;
}

std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  // The bytes of a character after its first have 10 in front.
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = character_length(bytes.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lower;
}

Result<std::vector<std::string>> lines_of(std::string_view bytes) {
  if (const std::size_t at = first_invalid_utf8(bytes); at != std::string_view::npos) {
    return failure(ErrorCode::unreadable, fmt::format("de tekst is geen UTF-8 (byte {})", at));
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    return failure(ErrorCode::unreadable, fmt::format("de tekst bevat een nulbyte (byte {})", at));
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (std::string line = collapsed(bytes.substr(0, end)); !line.empty()) {
      lines.push_back(std::move(line));
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  if (lines.empty()) return failure(ErrorCode::unreadable, "de tekst is leeg");
  return lines;
}

}  // namespace kamerzoek
