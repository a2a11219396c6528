#pragma once

#include <span>
#include <string_view>

namespace kamerzoek::lexicon {

/// Nouns that are made of a verb by more than an ending: `spraak` of `spreken`, so also `uitspraak`
/// of `uitspreken` and `afspraak` of `afspreken`.
struct VerbalNoun {
  std::string_view infinitive;
  std::string_view nouns;  ///< with blanks between
};

/// Static.
std::span<const VerbalNoun> verbal_nouns();

}  // namespace kamerzoek::lexicon
