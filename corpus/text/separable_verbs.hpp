#pragma once

#include <string>
#include <vector>

#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/lexeme.hpp"

namespace kamerzoek {

/// The particle of a separable verb, found in a clause with its verb.
struct JoinedVerb {
  std::size_t particle = 0;  ///< index in the clause
  std::size_t verb = 0;
  std::string lemma;  ///< of the whole: `uitspreken`, or `inzet`, which no form tells from inzetten
};

/// Finds what belongs together in one clause: `spreekt … uit`, `uit te spreken`. A particle goes
/// with the nearest verb before it, and only if the lexicon has the two as one verb; one that
/// begins a phrase of its own (`uit de zaal`) is a preposition and goes with none. Any thread.
std::vector<JoinedVerb> join_separable_verbs(const std::vector<const Lexeme*>& clause,
                                             const Lexicon& lexicon);

}  // namespace kamerzoek
