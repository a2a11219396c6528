#pragma once

#include <string_view>

/// Classes of words that no new ones join.
namespace kamerzoek::lexicon {

/// Prepositions, pronouns and the like, with blanks between. Static.
std::string_view grammatical_words();

/// What begins compounds without being a noun: `aarts`, `anti`, `noord`; with blanks between.
/// Static.
std::string_view combining_forms();

}  // namespace kamerzoek::lexicon
