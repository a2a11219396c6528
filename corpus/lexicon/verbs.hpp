#pragma once

#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {

/// Bends every infinitive the vocabulary knows, by the rules of Dutch spelling and the table of
/// strong verbs, and gives each form that the dictionaries know too its infinitive as a reading.
/// Finds out which verbs are separable (`uitspreken`: there is an `uitgesproken` of `gesproken`)
/// and marks their particles.
///
/// Source of the rules: Algemene Nederlandse Spraakkunst, 2.3; they are the spelling taught at
/// school.
void add_verbs(Vocabulary& vocabulary);

/// The first person singular of an infinitive: `spreek` of `spreken`, `leef` of `leven`, `bak` of
/// `bakken`; one that the vocabulary has as such where there are several ways to spell it.
std::string verb_stem(const Vocabulary& vocabulary, const std::string& infinitive);

}  // namespace kamerzoek::lexicon
