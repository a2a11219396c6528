#pragma once

#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {

/// Gives words that the dictionary lists without saying of what they are a form (`dagen`, most of
/// the plain word list) the nouns and adjectives of which their endings make them a form, and adds
/// the table of irregular ones.
void add_inflections(Vocabulary& vocabulary);

}  // namespace kamerzoek::lexicon
