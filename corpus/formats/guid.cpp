#include "corpus/formats/guid.hpp"

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {

std::string guid(std::string_view text) {
  if (text.size() != 36) return {};
  std::string lower = ascii_lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = lower[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (dash ? c != '-' : !hex) return {};
  }
  return lower;
}

}  // namespace kamerzoek
