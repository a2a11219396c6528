#include "corpus/text/characters.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kamerzoek {
namespace {

UChar32 code(char32_t c) {
  return static_cast<UChar32>(c);
}

}  // namespace

char32_t character_at(std::string_view text, std::size_t at) {
  // No character is longer than four bytes, and ICU counts in 32 bits.
  const std::string_view some = text.substr(at, 4);
  if (some.empty()) return U'\uFFFD';
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(some.data());
  const auto length = static_cast<std::int32_t>(some.size());
  std::int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, next, length, c);
  return static_cast<char32_t>(c);
}

std::size_t character_before(std::string_view text, std::size_t at) {
  const std::size_t from = at - std::min<std::size_t>(at, 4);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + from);
  auto before = static_cast<std::int32_t>(at - from);
  U8_BACK_1(bytes, 0, before);
  return from + static_cast<std::size_t>(before);
}

bool is_lower_letter(char32_t c) {
  return u_islower(code(c)) != 0;
}

bool is_upper_letter(char32_t c) {
  return u_isupper(code(c)) != 0;
}

bool is_letter(char32_t c) {
  return u_isalpha(code(c)) != 0;
}

bool is_letter_or_digit(char32_t c) {
  const std::uint32_t category = U_GET_GC_MASK(code(c));
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  return (category & U_GC_M_MASK) == 0 && u_isUAlphabetic(code(c)) != 0;
}

}  // namespace kamerzoek
