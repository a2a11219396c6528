#pragma once

#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "corpus/lexicon/family_size.hpp"
#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {

/// Chooses among the readings of a form, follows lemmas of lemmas, and takes verbs and nouns that
/// are one word (`onderzoeken`, `onderzoek`) together. Refers to the vocabulary and the families,
/// which must outlive it; the vocabulary's readings may not change meanwhile, its roles may.
class Lemmas {
 public:
  Lemmas(const Vocabulary& vocabulary, const FamilySizes& families);

  /// What a form is indexed as: at least one lemma, the likeliest first.
  std::vector<std::string> of(const std::string& form, const Word& word) const;

  /// What a lemma is indexed as.
  std::string final(const std::string& lemma) const;

 private:
  std::tuple<Rank, float, std::string> order(const Reading& reading) const;

  const Vocabulary& vocabulary_;
  const FamilySizes& families_;
  std::unordered_map<std::string, std::string> noun_of_;
};

}  // namespace kamerzoek::lexicon
