#include "corpus/formats/dutch_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> month_names = {
    {{"januari", "01"},
     {"februari", "02"},
     {"maart", "03"},
     {"april", "04"},
     {"mei", "05"},
     {"juni", "06"},
     {"juli", "07"},
     {"augustus", "08"},
     {"september", "09"},
     {"oktober", "10"},
     {"november", "11"},
     {"december", "12"}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <class Is>
std::string_view run(std::string_view text, std::size_t begin, Is is) {
  std::size_t end = begin;
  while (end < text.size() && is(text[end])) ++end;
  return text.substr(begin, end - begin);
}

std::size_t past_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t width = white_space_at(text.substr(at));
    if (width == 0) break;
    at += width;
  }
  return at;
}

bool is_day(std::string_view day, std::string_view month) {
  const int number = std::stoi(std::string(day));
  const int most = month == "02"                                                      ? 29
                   : month == "04" || month == "06" || month == "09" || month == "11" ? 30
                                                                                      : 31;
  return number >= 1 && number <= most;
}

// The date whose day is the digits at `begin`.
std::string date_at(std::string_view text, std::size_t begin, std::string_view day) {
  if (day.empty() || day.size() > 2) return {};
  const std::size_t word = past_spaces(text, begin + day.size());
  const std::string_view name = run(text, word, is_letter);
  const std::string_view month = dutch_month(name);
  if (month.empty()) return {};
  const std::string_view year = run(text, past_spaces(text, word + name.size()), is_digit);
  if (year.size() != 4 || !is_day(day, month)) return {};
  return fmt::format("{}-{}-{:0>2}", year, month, day);
}

}  // namespace

std::string_view dutch_month(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return {};
  const std::string lower = ascii_lower(word);
  for (const auto& [name, number] : month_names) {
    if (lower == name || (lower.size() == 3 && name.starts_with(lower))) return number;
  }
  return {};
}

std::string dutch_date_in(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view digits = run(text, i, is_digit);
    if (std::string date = date_at(text, i, digits); !date.empty()) return date;
    i += std::max<std::size_t>(digits.size(), 1);
  }
  return {};
}

std::string iso_date_of(std::string_view text) {
  if (text.size() < 10 || (text.size() > 10 && text[10] != 'T' && text[10] != ' ')) return {};
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : !is_digit(text[i])) return {};
  }
  const std::string_view month = text.substr(5, 2);
  if (month < "01" || month > "12" || !is_day(text.substr(8, 2), month)) return {};
  return std::string(text.substr(0, 10));
}

}  // namespace kamerzoek
