#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {

/// Lemmas that belong together: what a search for one of them should find too, if only weakly.
using Relatives = std::unordered_map<std::string, std::vector<std::string>>;

/// Verbs that are one word with a noun (`onderzoeken`, `onderzoek`): the noun's plural is the
/// verb's infinitive, so that no form tells them apart. From the verb to the noun.
std::unordered_map<std::string, std::string> conversions(const Vocabulary& vocabulary);

/// Verbs and the nouns made of them (`vergroten`, `vergroting`; `uitspreken`, `uitspraak`;
/// `evalueren`, `evaluatie`), adjectives and theirs (`veilig`, `veiligheid`), names and their
/// adjectives (`israel`, `israelisch`). Both ways.
Relatives relatives(const Vocabulary& vocabulary);

}  // namespace kamerzoek::lexicon
