#include "corpus/lexicon/spelling_rules.hpp"

#include <string_view>

namespace kamerzoek::lexicon {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> closed_spellings(const std::string& root) {
  std::vector<std::string> spellings;
  const std::size_t n = root.size();
  if (n >= 2 && root[n - 1] == root[n - 2] && !is_vowel(root[n - 1])) {
    spellings.push_back(root.substr(0, n - 1));
  } else if (n >= 2 && !is_vowel(root[n - 1]) && is_vowel(root[n - 2]) &&
             (n < 3 || !is_vowel(root[n - 3])) && root[n - 2] != 'i' && root[n - 2] != 'y') {
    spellings.push_back(root.substr(0, n - 1) + root[n - 2] + root[n - 1]);
  }
  spellings.push_back(root);
  const std::size_t unvoiced = spellings.size();
  for (std::size_t i = 0; i < unvoiced; ++i) {
    std::string voiceless = spellings[i];
    if (voiceless.ends_with('v')) voiceless.back() = 'f';
    if (voiceless.ends_with('z')) voiceless.back() = 's';
    if (voiceless != spellings[i]) spellings.push_back(voiceless);
  }
  return spellings;
}

}  // namespace kamerzoek::lexicon
