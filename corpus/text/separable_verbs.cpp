#include "corpus/text/separable_verbs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace kamerzoek {
namespace {

// Between a verb and its particle stand objects and adverbs, seldom more.
constexpr std::size_t farthest = 30;
// `aan te hebben kunnen passen`
constexpr std::size_t longest_verb_chain = 4;

// What begins the phrase of which the word before is the preposition.
constexpr auto determiners = std::to_array<std::string_view>(
    {"de",   "het",   "een",    "deze", "dit",  "die",   "den",  "der",
     "zijn", "haar",  "hun",    "onze", "ons",  "mijn",  "uw",   "elk",
     "elke", "ieder", "iedere", "alle", "geen", "welke", "beide"});

std::optional<std::string> joined(const std::string& particle, const Lexeme& verb,
                                  const Lexicon& lexicon) {
  for (const std::string& infinitive : verb.verbs) {
    const auto whole = lexicon.find(particle + infinitive);
    if (whole && whole->shape.is(lexicon::Role::infinitive)) return whole->lemmas.front();
  }
  return std::nullopt;
}

bool is_determiner(const Lexeme& word) {
  return std::ranges::find(determiners, word.exact) != determiners.end();
}

/// Whether the word at `at` can end its clause: the last one, or followed by a word that begins
/// something else (`uit dat`, `aan op`, `op om te`).
bool stands_free(const std::vector<const Lexeme*>& clause, std::size_t at) {
  if (at + 1 == clause.size()) return true;
  const Lexeme& next = *clause[at + 1];
  // Only a preposition can be mistaken for one.
  if (!clause[at]->is_grammatical) return true;
  return next.is_grammatical && !is_determiner(next);
}

/// The verb after its particle, with `te` and other verbs between: `uit te spreken`, `in te blijven
/// zetten`, `aan moeten passen`.
std::optional<JoinedVerb> joined_with_next(const std::vector<const Lexeme*>& clause,
                                           std::size_t particle, const Lexicon& lexicon) {
  const std::size_t end = std::min(clause.size(), particle + 1 + longest_verb_chain);
  std::optional<JoinedVerb> last;  // the auxiliaries stand before it
  for (std::size_t at = particle + 1; at < end; ++at) {
    const Lexeme& word = *clause[at];
    if (word.exact == "te") continue;
    if (word.verbs.empty() || word.is_grammatical) break;
    if (auto whole = joined(clause[particle]->exact, word, lexicon)) {
      last = JoinedVerb{particle, at, *std::move(whole)};
    }
  }
  return last;
}

/// The nearest verb before its particle: `spreekt haar zorgen uit`.
std::optional<JoinedVerb> joined_with_earlier(const std::vector<const Lexeme*>& clause,
                                              std::size_t particle, const Lexicon& lexicon) {
  const std::size_t first = particle > farthest ? particle - farthest : 0;
  for (std::size_t at = particle; at-- > first;) {
    if (clause[at]->verbs.empty()) continue;
    if (auto whole = joined(clause[particle]->exact, *clause[at], lexicon)) {
      return JoinedVerb{particle, at, *std::move(whole)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<JoinedVerb> join_separable_verbs(const std::vector<const Lexeme*>& clause,
                                             const Lexicon& lexicon) {
  std::vector<JoinedVerb> found;
  for (std::size_t at = 0; at < clause.size(); ++at) {
    if (!clause[at]->is_particle) continue;
    auto join = joined_with_next(clause, at, lexicon);
    if (!join && stands_free(clause, at)) join = joined_with_earlier(clause, at, lexicon);
    if (join) found.push_back(*std::move(join));
  }
  return found;
}

}  // namespace kamerzoek
