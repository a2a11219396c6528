#pragma once

#include <string_view>

#include "corpus/lexicon/lexicon.hpp"

namespace kamerzoek {

/// Where in a compound a part stands.
enum class Place { before, last };

/// What it costs to take a word for a part of a compound, in bits: 18 less the logarithm of how
/// many words of the dictionaries begin (or end) with it, and more for what seldom is one. Infinite
/// for what never is. The figures were found by trying on half of the compounds of the Dutch
/// treebanks, each around its optimum; none is sharp. Any thread.
double part_cost(std::string_view form, const Lexicon::Shape& shape, Place place);

/// Whether a word that begins with it is no compound: be-, ont- and ver- make verbs, con- and pre-
/// foreign words.
bool is_verbal_prefix(std::string_view form);

}  // namespace kamerzoek
