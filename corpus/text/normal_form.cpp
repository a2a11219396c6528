#include "corpus/text/normal_form.hpp"

#include <algorithm>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/text/characters.hpp"

namespace kamerzoek {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// Whether every character is as it is in the normal form; the common case, and quick to tell.
bool is_plain(std::string_view folded) {
  return std::ranges::none_of(
      folded, [](char c) { return c == '-' || c == '.' || c == '\'' || c == '\n' || is_space(c); });
}

/// 34.682 and 1.234.567,89: a dot before every group of three digits, and perhaps decimals.
bool is_grouped_number(std::string_view number) {
  const std::string_view groups = number.substr(0, number.find(','));
  const std::string_view decimals = number.substr(groups.size());
  const std::size_t first = groups.find('.');
  if (first == groups.npos || first == 0 || first > 3 || groups[0] == '0') return false;
  if ((groups.size() - first) % 4 != 0) return false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_dot = i >= first && (i - first) % 4 == 0;
    if (is_dot ? groups[i] != '.' : !is_ascii_digit(groups[i])) return false;
  }
  return decimals.empty() || std::ranges::all_of(decimals.substr(1), is_ascii_digit);
}

/// One part between hyphens in its form.
std::string normal_part(std::string_view part) {
  std::string bare(part);
  std::erase_if(bare, is_space);
  const bool is_grouped = is_grouped_number(bare);
  std::string out;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    const bool is_in_number =
        i > 0 && i + 1 < bare.size() && is_ascii_digit(bare[i - 1]) && is_ascii_digit(bare[i + 1]);
    const bool is_dropped =
        bare[i] == '.' ? is_grouped || !is_in_number : bare[i] == '\'' && out.empty();
    if (!is_dropped) out += bare[i];
  }
  return out;
}

std::vector<std::string> parts_of(std::string_view folded) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find_first_of("-\n", begin), folded.size());
    std::string part = normal_part(folded.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty() && is_ascii_digit(out.back()) && is_ascii_digit(part.front())) out += '-';
    out += part;
  }
  // Signs that meet only now may compose; folding once more makes the form a fixed point.
  return std::ranges::all_of(out, is_ascii) ? out : fold(out);
}

}  // namespace

NormalForm normal_form(std::string_view word) {
  NormalForm form;
  form.exact = fold(word);
  if (is_plain(form.exact)) return form;
  form.words = parts_of(form.exact);
  form.exact = joined(form.words);
  if (form.words.size() < 2) form.words.clear();
  return form;
}

}  // namespace kamerzoek
