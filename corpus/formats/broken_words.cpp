#include "corpus/formats/broken_words.hpp"

#include <algorithm>
#include <array>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::string_view, 3> hyphens = {"-", "\u2010", "\u00AD"};
constexpr std::string_view soft_hyphen = "\u00AD";

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// A word without the marks around it, in small letters.
std::string core_of(std::string_view word) {
  constexpr std::string_view marks = ".,;:!?()[]'\"";
  while (!word.empty() && marks.find(word.front()) != word.npos) word.remove_prefix(1);
  while (!word.empty() && marks.find(word.back()) != word.npos) word.remove_suffix(1);
  return ascii_lower(word);
}

std::string_view hyphen_of(std::string_view word) {
  const auto* found = std::ranges::find_if(
      hyphens, [&](std::string_view hyphen) { return word.ends_with(hyphen); });
  return found == hyphens.end() ? std::string_view() : *found;
}

}  // namespace

bool ends_in_hyphen(std::string_view word) {
  const std::string_view hyphen = hyphen_of(word);
  return !hyphen.empty() && word.size() > hyphen.size();
}

void BrokenWords::learn(std::string_view word) {
  words_.insert(core_of(word));
}

std::string BrokenWords::joined(std::string_view front, std::string_view rest) const {
  const std::string_view hyphen = hyphen_of(front);
  const std::string_view stem = front.substr(0, front.size() - hyphen.size());
  // "haven- en industriegebied": the word goes on after the next.
  constexpr std::array<std::string_view, 4> links = {"en", "of", "en/of", "tot"};
  if (std::ranges::find(links, rest) != links.end()) {
    return std::string(stem).append("- ").append(rest);
  }
  std::string whole = std::string(stem).append(rest);
  std::string kept = std::string(stem).append("-").append(rest);
  if (hyphen == soft_hyphen || words_.contains(core_of(whole))) return whole;
  if (words_.contains(core_of(kept))) return kept;
  // Capitals and digits are joined to what follows them by a hyphen that stays.
  const bool plain = stem.size() > 1 && is_lower(stem.back()) && is_lower(rest.front());
  return plain ? whole : kept;
}

}  // namespace kamerzoek
