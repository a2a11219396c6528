#include "corpus/lexicon/family_size.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace kamerzoek::lexicon {
namespace {

constexpr std::size_t shortest_part = 3;

// They begin verbs, not compounds.
constexpr std::array<std::string_view, 6> verbal_prefixes = {"be", "ge", "er", "her", "ont", "ver"};

bool can_be_part(const Word& word) {
  return (word.roles & Role::name) == 0 ||
         (word.roles & (Role::common | Role::begins | Role::ends)) != 0;
}

/// Where the form falls apart into two words.
std::vector<std::size_t> cuts_of(const std::string& form, const Vocabulary& vocabulary) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = shortest_part; at + shortest_part <= form.size(); ++at) {
    const std::string begin = form.substr(0, at);
    if (std::ranges::find(verbal_prefixes, begin) != verbal_prefixes.end()) continue;
    const Word* left = vocabulary.find(begin);
    if (left == nullptr || !can_be_part(*left)) continue;
    const Word* right = vocabulary.find(form.substr(at));
    if (right == nullptr || !can_be_part(*right) || (right->roles & Role::word) == 0) continue;
    cuts.push_back(at);
  }
  return cuts;
}

}  // namespace

FamilySizes family_sizes(const Vocabulary& vocabulary) {
  FamilySizes sizes;
  for (const auto& [form, word] : vocabulary.words()) {
    if ((word.roles & Role::word) == 0 || !can_be_part(word)) continue;
    const std::vector<std::size_t> cuts = cuts_of(form, vocabulary);
    for (const std::size_t at : cuts) {
      const float share = 1.0F / static_cast<float>(cuts.size());
      sizes[form.substr(0, at)].begins += share;
      sizes[form.substr(at)].ends += share;
    }
  }
  return sizes;
}

std::uint8_t logarithm(float count) {
  return static_cast<std::uint8_t>(std::min(255.0F, 8 * std::log2(1 + count)));
}

}  // namespace kamerzoek::lexicon
