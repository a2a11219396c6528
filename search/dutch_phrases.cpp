#include "search/dutch_phrases.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kamerzoek {

std::string in_quotes(std::string_view text) {
  return fmt::format("‘{}’", text);
}

std::string list_in_quotes(const std::vector<std::string>& texts, std::size_t most) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(most, texts.size()); ++i)
    parts.push_back(in_quotes(texts[i]));
  if (texts.size() > most) parts.push_back("nog " + grouped(texts.size() - most));
  return enumerated(parts);
}

std::string enumerated(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " en " : ", ";
    out += parts[i];
  }
  return out;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, '.');
  return digits;
}

std::string one_decimal(double number) {
  std::string text = fmt::format("{:.1f}", number);
  std::ranges::replace(text, '.', ',');
  return text;
}

}  // namespace kamerzoek
