#pragma once

#include <span>
#include <string_view>

namespace kamerzoek::lexicon {

/// A verb whose past tense changes its vowel or otherwise surprises. Verbs made of it with a prefix
/// or particle (`begrijpen`, `uitspreken`) bend alike and are not listed.
struct StrongVerb {
  std::string_view infinitive;
  /// Past singular, past plural, participles, odd present forms, in any order; blanks between.
  std::string_view others;
};

/// Those a reader of parliamentary papers meets, by the alphabet. Source: Algemene Nederlandse
/// Spraakkunst, 2.3.3 and 2.3.4. Static.
std::span<const StrongVerb> strong_verbs();

}  // namespace kamerzoek::lexicon
