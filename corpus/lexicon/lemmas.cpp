#include "corpus/lexicon/lemmas.hpp"

#include <algorithm>
#include <utility>

#include "corpus/lexicon/derivation.hpp"

namespace kamerzoek::lexicon {
namespace {

constexpr std::size_t most_lemmas = 2;
// A participle's infinitive is that of a separable verb, which may be one word with a noun.
constexpr int most_steps = 3;

}  // namespace

Lemmas::Lemmas(const Vocabulary& vocabulary, const FamilySizes& families)
    : vocabulary_(vocabulary), families_(families), noun_of_(conversions(vocabulary)) {}

std::vector<std::string> Lemmas::of(const std::string& form, const Word& word) const {
  std::vector<Reading> readings = word.readings;
  std::ranges::stable_sort(readings, {}, [&](const Reading& reading) { return order(reading); });
  // Students are of a student; a studente is one of them.
  if (readings.size() > 1 && readings[0].rank == readings[1].rank &&
      readings[0].lemma == readings[1].lemma + 'e') {
    std::swap(readings[0], readings[1]);
  }
  std::vector<std::string> lemmas;
  for (const Reading& reading : readings) {
    const std::string lemma = final(reading.lemma);
    const bool sure = reading.rank <= Rank::finite;
    if (!lemmas.empty() && (!sure || lemmas.size() == most_lemmas)) break;
    if (std::ranges::find(lemmas, lemma) == lemmas.end()) lemmas.push_back(lemma);
  }
  if (lemmas.empty()) lemmas.push_back(form);
  return lemmas;
}

std::string Lemmas::final(const std::string& lemma) const {
  std::string at = lemma;
  for (int steps = 0; steps < most_steps; ++steps) {
    const Word* word = vocabulary_.find(at);
    if (word == nullptr || word->readings.empty()) break;
    // Gegevens are of the noun gegeven, whatever else that is.
    const bool is_own = std::ranges::any_of(word->readings, [&](const Reading& reading) {
      return reading.lemma == at && reading.rank <= Rank::entry;
    });
    if (is_own) break;
    const auto& best = *std::ranges::min_element(
        word->readings, {}, [&](const Reading& reading) { return order(reading); });
    if (best.lemma == at || (word->roles & Role::infinitive) != 0) break;
    at = best.lemma;
  }
  const auto noun = noun_of_.find(at);
  return noun == noun_of_.end() ? at : noun->second;
}

/// The surest first; of two, the one that more compounds are made of (`zaken` is of `zaak` rather
/// than of `zak`).
std::tuple<Rank, float, std::string> Lemmas::order(const Reading& reading) const {
  const auto family = families_.find(reading.lemma);
  float size = family == families_.end() ? 0 : family->second.begins + family->second.ends;
  // Three letters begin and end many words that are not made of them.
  if (reading.lemma.size() <= 3) size /= 4;
  // A word in -en may be a noun itself (`teken`) and the plural of one (`doelen`).
  const bool unclear = reading.rank == Rank::entry && reading.lemma.ends_with("en");
  return {unclear ? Rank::inflected : reading.rank, -size, reading.lemma};
}

}  // namespace kamerzoek::lexicon
