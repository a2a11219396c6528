#include "corpus/lexicon/inflection.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "corpus/lexicon/closed_classes.hpp"
#include "corpus/lexicon/irregular_words.hpp"
#include "corpus/lexicon/spelling_rules.hpp"

namespace kamerzoek::lexicon {
namespace {

struct Ending {
  std::string_view ending;
  std::string_view replaced_by;
  Role of;
  Rank rank;
  bool respelled;  ///< the vowel before it may have been written twice, the consonant once
};

// Longest first.
constexpr auto endings = std::to_array<Ending>({
    {"heden", "heid", Role::noun, Rank::inflected, false},
    {"tjes", "", Role::noun, Rank::diminutive, false},
    {"etjes", "", Role::noun, Rank::diminutive, true},
    {"pjes", "", Role::noun, Rank::diminutive, false},
    {"kjes", "g", Role::noun, Rank::diminutive, false},
    {"jes", "", Role::noun, Rank::diminutive, false},
    {"tje", "", Role::noun, Rank::diminutive, false},
    {"etje", "", Role::noun, Rank::diminutive, true},
    {"pje", "", Role::noun, Rank::diminutive, false},
    {"kje", "g", Role::noun, Rank::diminutive, false},
    {"je", "", Role::noun, Rank::diminutive, false},
    {"en", "", Role::noun, Rank::inflected, true},
    {"n", "", Role::noun, Rank::inflected, false},
    {"'s", "", Role::noun, Rank::inflected, false},
    {"s", "", Role::noun, Rank::inflected, false},
    {"e", "", Role::adjective, Rank::inflected, true},
    {"ere", "", Role::adjective, Rank::inflected, true},
    {"dere", "", Role::adjective, Rank::inflected, true},
    {"er", "", Role::adjective, Rank::inflected, true},
    {"der", "", Role::adjective, Rank::inflected, false},
    {"ste", "", Role::adjective, Rank::inflected, false},
    {"st", "", Role::adjective, Rank::inflected, false},
    {"e", "", Role::noun, Rank::by_rule, false},
});

constexpr std::size_t shortest_lemma = 3;

bool is_known_by(const Word& word, Rank at_least) {
  return std::ranges::any_of(word.readings,
                             [&](const Reading& reading) { return reading.rank <= at_least; });
}

class ByEnding {
 public:
  explicit ByEnding(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void read(const std::string& form, Word& word) const {
    const bool listed_only = !is_known_by(word, Rank::inflected);
    const bool only_name = (word.roles & (Role::name | Role::common)) == Role::name;
    for (const Ending& ending : endings) {
      if (!form.ends_with(ending.ending)) continue;
      // Spanje is no small span; Nederlandse is of Nederlands.
      if (only_name && ending.of != Role::adjective) continue;
      // What the dictionary explains itself needs no rule, except that it lists plurals
      // (`dagen`) and diminutives (`meisje`) as entries.
      const bool open = listed_only || ending.rank == Rank::diminutive || ending.ending == "en" ||
                        (ending.ending == "n" && form.ends_with("ien"));
      if (!open) continue;
      if (read_as(form, word, ending)) return;
    }
  }

 private:
  bool read_as(const std::string& form, Word& word, const Ending& ending) const {
    const std::string root = form.substr(0, form.size() - ending.ending.size());
    if (ending.respelled) {
      for (const std::string& lemma : closed_spellings(root)) {
        if (add(form, word, lemma, ending)) return true;
      }
      return false;
    }
    return add(form, word, root + std::string(ending.replaced_by), ending);
  }

  bool add(const std::string& form, Word& word, const std::string& lemma,
           const Ending& ending) const {
    if (lemma.size() < shortest_lemma || lemma == form) return false;
    // Nederlands is an adjective, though there are two Nederlanden.
    const bool bends = ending.ending == "s" && (word.roles & Role::adjective) != 0;
    if (bends) return false;
    const Word* base = vocabulary_.find(lemma);
    const bool fits = base != nullptr && (base->roles & ending.of) != 0 &&
                      (base->roles & Role::word) != 0 &&
                      std::ranges::any_of(base->readings, [&](const Reading& reading) {
                        return reading.lemma == lemma && reading.rank <= Rank::ungraded;
                      });
    if (!fits) return false;
    // Of a word that is only listed it is a guess: `spraken` is no plural of spraak.
    const bool guess = (word.roles & (Role::noun | Role::adjective)) == 0 &&
                       ending.rank == Rank::inflected && ending.ending == "en";
    if (!guess) word.roles |= static_cast<std::uint16_t>(ending.of);
    word.read_as(lemma, guess ? Rank::by_rule : ending.rank);
    return true;
  }

  const Vocabulary& vocabulary_;
};

void add_table(Vocabulary& vocabulary, std::span<const IrregularForms> table, Role role) {
  for (const IrregularForms& entry : table) {
    const std::string lemma(entry.lemma);
    vocabulary[lemma].roles |= role | Role::word;
    vocabulary[lemma].read_as(lemma, Rank::irregular);
    std::istringstream forms{std::string(entry.forms)};
    for (std::string form; forms >> form;) {
      vocabulary[form].roles |= role | Role::word;
      vocabulary[form].read_as(lemma, Rank::irregular);
    }
  }
}

}  // namespace

void add_inflections(Vocabulary& vocabulary) {
  const ByEnding rules(vocabulary);
  for (auto& [form, word] : vocabulary.words()) rules.read(form, word);
  add_table(vocabulary, irregular_words(), Role::noun);
  add_table(vocabulary, auxiliaries(), Role::function);
  std::istringstream grammar{std::string(grammatical_words())};
  for (std::string form; grammar >> form;) {
    vocabulary[form].roles |= Role::grammar | Role::word;
    vocabulary[form].read_as(form, Rank::irregular);
  }
  std::istringstream combining{std::string(combining_forms())};
  for (std::string form; combining >> form;)
    vocabulary[form].roles |= Role::begins | Role::combining;
}

}  // namespace kamerzoek::lexicon
