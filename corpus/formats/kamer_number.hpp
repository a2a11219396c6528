#pragma once

#include <string_view>

namespace kamerzoek {

/// Whether text is a number the Tweede Kamer gave out once and for all, so that two records that
/// carry it are one: 2025D27614, 2024Z21653, 2013A02935, 2024P14925. Records without such a number
/// must not be joined by it.
inline bool is_kamer_number(std::string_view text) {
  if (text.size() < 9 || text.size() > 12) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool fits = i == 4 ? text[i] >= 'A' && text[i] <= 'Z' : text[i] >= '0' && text[i] <= '9';
    if (!fits) return false;
  }
  return true;
}

}  // namespace kamerzoek
