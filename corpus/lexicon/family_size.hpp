#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {

/// In how many words of the dictionaries a form is the first or the last part. A word that could
/// be cut in several ways counts for each of them in part. What compounds are made of shows in it:
/// `beleid` ends hundreds, `isme` none that begin with a word.
struct FamilySize {
  float begins = 0;
  float ends = 0;
};

/// By form; who is in none is not in it.
using FamilySizes = std::unordered_map<std::string, FamilySize>;

FamilySizes family_sizes(const Vocabulary& vocabulary);

/// As the compiled lexicon stores it: eight times log2 of one more than the number, at most 255.
std::uint8_t logarithm(float count);

}  // namespace kamerzoek::lexicon
