#pragma once

#include <cstddef>
#include <string_view>

namespace kamerzoek {

/// What the filters of the analyzer ask of single characters. `at` is a byte offset in UTF-8 text,
/// at most its size; lengths are bytes, 0 where there is no such character. Any thread may call.

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}

constexpr bool is_ascii_letter(char c) {
  return is_ascii_lower(static_cast<char>(c | 0x20));
}

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

constexpr bool is_between(char c, unsigned char first, unsigned char last) {
  return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
}

constexpr bool stands_at(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
}

/// A hyphen: U+002D and U+2010 to U+2013, the dashes that papers use for it among them.
constexpr std::size_t hyphen_length(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "-")) return 1;
  if (!stands_at(text, at, "\xE2\x80") || at + 2 == text.size()) return 0;
  return is_between(text[at + 2], 0x90, 0x93) ? 3 : 0;
}

/// A space within a number: U+0020, U+00A0, U+2009 or U+202F.
constexpr std::size_t number_space_length(std::string_view text, std::size_t at) {
  if (stands_at(text, at, " ")) return 1;
  if (stands_at(text, at, "\u00A0")) return 2;
  return stands_at(text, at, "\u2009") || stands_at(text, at, "\u202F") ? 3 : 0;
}

/// An apostrophe: U+0027, U+2018 or U+2019.
constexpr std::size_t apostrophe_length(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "'")) return 1;
  return stands_at(text, at, "\u2018") || stands_at(text, at, "\u2019") ? 3 : 0;
}

/// A subscript digit, U+2080 to U+2089.
constexpr std::size_t subscript_length(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "\xE2\x82") || at + 2 == text.size()) return 0;
  return is_between(text[at + 2], 0x80, 0x89) ? 3 : 0;
}

/// The character that begins at `at`; U+FFFD at the end and where it is no UTF-8.
char32_t character_at(std::string_view text, std::size_t at);

/// The byte offset of the character before `at`, which is not 0; of one byte that is no UTF-8.
std::size_t character_before(std::string_view text, std::size_t at);

bool is_lower_letter(char32_t c);
bool is_upper_letter(char32_t c);
bool is_letter(char32_t c);

/// What makes a word a word: a letter, a digit, or a sign made of them (ﬁ, ², Ⓐ).
bool is_letter_or_digit(char32_t c);

}  // namespace kamerzoek
