#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon/lexicon.hpp"
#include "corpus/lexicon/part_cost.hpp"

namespace kamerzoek {

/// Cuts Dutch compounds into the words they are made of: `woningbouwlocaties` into woning, bouw and
/// locatie, `gezondheidsbeleid` into gezondheid and beleid (the linking s is no part), `uitspreken`
/// into uit and spreken.
///
/// The best way to cut is the cheapest: dynamic programming over all places, where a part costs
/// less the more words of the dictionaries begin or end with it, and less if the dictionary says
/// that compounds may. What that costs decides whether it is a compound at all; for a word that the
/// dictionaries know, whose parts could be chance (`koppel`), it may cost less than for one they do
/// not. A word that is itself the beginning or end of many (`landbouw`, `voorzitter`) stays whole.
///
/// The idea: Koehn and Knight, "Empirical methods for compound splitting" (2003); the costs are
/// ours. Any thread.
class CompoundSplitter {
 public:
  explicit CompoundSplitter(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The lemmas of the parts, in order; empty if the word is no compound. For a word that stands in
  /// the lexicon, by its shape, its lemma and what the lexicon has of that.
  std::vector<std::string> split_known(const Lexicon::Shape& word, const std::string& lemma,
                                       const Lexicon::Word& known) const;

  /// The same for a word that does not; folded, without hyphens.
  std::vector<std::string> split_unknown(const std::string& word) const;

  /// The lemma of a word as a part of a compound: of a noun if it can be one.
  std::string part_lemma(const std::string& form) const;

 private:
  enum class Depth { whole_word, part };
  struct Piece;
  struct Candidate;

  std::vector<std::string> cut_known(const Lexicon::Shape& word, const std::string& lemma,
                                     const Lexicon::Word& known, Depth depth) const;
  std::vector<std::string> cut_unknown(const std::string& word) const;
  std::vector<std::string> cut_verb(const std::string& infinitive) const;
  std::vector<std::string> lemmas_of(const std::vector<std::string>& forms) const;
  bool stays_whole(const std::string& lemma, const Lexicon::Word& known) const;
  bool is_of_separable_verb(const std::string& word) const;
  Candidate cheapest(const std::string& word) const;
  Piece piece(std::string_view text, Place place) const;

  const Lexicon& lexicon_;
};

}  // namespace kamerzoek
