#pragma once

#include <span>
#include <string_view>

namespace kamerzoek::lexicon {

/// A word and forms of it that no rule of spelling makes.
struct IrregularForms {
  std::string_view lemma;
  std::string_view forms;  ///< with blanks between
};

/// Nouns (`stad`, `steden`) and adjectives (`goed`, `beter`). Static.
std::span<const IrregularForms> irregular_words();

/// Auxiliary verbs, and verbs so frequent that their forms are taken for theirs whatever else they
/// could be. Static.
std::span<const IrregularForms> auxiliaries();

}  // namespace kamerzoek::lexicon
