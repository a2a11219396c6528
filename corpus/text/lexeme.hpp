#pragma once

#include <string>
#include <vector>

namespace kamerzoek {

/// What a word is by itself, whatever stands around it. Folded UTF-8 throughout.
struct Lexeme {
  std::string exact;                ///< the form that all its spellings share
  std::string stem;                 ///< its lemma, or what a stemmer leaves of an unknown word
  std::vector<std::string> others;  ///< lemmas it can be of as well
  std::vector<std::string> parts;   ///< lemmas of a compound's parts; empty for a simple word
  std::vector<std::string> words;   ///< what stands between hyphens, as it is; empty without them
  std::vector<std::string> verbs;   ///< infinitives it is a main clause's form of
  bool is_particle = false;         ///< may belong to a separable verb: `uit`
  bool is_grammatical = false;      ///< preposition, article, pronoun, conjunction
  bool is_compound_verb = false;    ///< its parts are a particle and a verb
};

}  // namespace kamerzoek
