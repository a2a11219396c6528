#include "corpus/formats/html_charset.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <unicode/unistr.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t reach_of_declaration = 4096;  ///< browsers look at the first 1,024 bytes
constexpr std::size_t longest_name = 40;

std::string converted(std::string_view bytes, const char* charset) {
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset)
      .toUTF8String(utf8);
  return utf8;
}

// "iso-8859-15" of `<meta charset="iso-8859-15">` and of `content="text/html; charset=…"`.
std::string declared_charset(std::string_view bytes) {
  constexpr std::string_view label = "charset=";
  const std::string head = ascii_lower(bytes.substr(0, reach_of_declaration));
  std::size_t at = head.find(label);
  if (at == std::string::npos) return {};
  at += label.size();
  if (head.substr(at, 1) == "\"" || head.substr(at, 1) == "'") ++at;
  const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", at);
  return head.substr(at, std::min(end - at, longest_name));
}

// Of the sets that pages were written in, those in which a letter is a byte and markup is ASCII.
// iso-8859-1 is read as windows-1252, which has it and what people meant by it.
const char* charset_of(const std::string& declared) {
  constexpr const char* usual = "windows-1252";
  if (declared == "utf-8" || declared == "utf8") return "UTF-8";
  if (declared == "iso-8859-1") return usual;
  const bool known = declared.starts_with("windows-125") || declared.starts_with("iso-8859-");
  return known ? declared.c_str() : usual;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::string html_as_utf8(std::string_view bytes) {
  if (is_utf16(bytes)) return converted(bytes, "UTF-16");
  const bool marked = bytes.starts_with(utf8_mark);
  if (marked) bytes.remove_prefix(utf8_mark.size());
  if (first_invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  if (marked) return converted(bytes, "UTF-8");
  std::string declared = declared_charset(bytes);
  std::string utf8 = converted(bytes, charset_of(declared));
  // A name that only looks like one.
  return utf8.empty() ? converted(bytes, charset_of({})) : utf8;
}

}  // namespace kamerzoek
