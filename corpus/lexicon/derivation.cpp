#include "corpus/lexicon/derivation.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "corpus/lexicon/verbal_nouns.hpp"
#include "corpus/lexicon/verbs.hpp"

namespace kamerzoek::lexicon {
namespace {

bool reads(const Word& word, const std::string& lemma, Rank at_least) {
  return std::ranges::any_of(word.readings, [&](const Reading& reading) {
    return reading.lemma == lemma && reading.rank <= at_least;
  });
}

bool is_noun(const Vocabulary& vocabulary, const std::string& lemma) {
  const Word* found = vocabulary.find(lemma);
  return found != nullptr && (found->roles & Role::noun) != 0 &&
         reads(*found, lemma, Rank::uninflected);
}

struct Suffixes {
  std::string_view of;
  std::string_view made;
  Role role_of;
  Role role_made;
};

constexpr auto pairs = std::to_array<Suffixes>({
    {"eren", "atie", Role::infinitive, Role::noun},
    {"ceren", "ctie", Role::infinitive, Role::noun},
    {"eren", "ie", Role::infinitive, Role::noun},
    {"ren", "", Role::infinitive, Role::noun},
    {"eren", "", Role::infinitive, Role::noun},
    {"", "heid", Role::adjective, Role::noun},
    {"", "isch", Role::noun, Role::adjective},
    {"ie", "isch", Role::noun, Role::adjective},
    {"", "isch", Role::name, Role::adjective},
    {"", "s", Role::name, Role::adjective},
    {"land", "s", Role::name, Role::adjective},
    {"", "lijk", Role::noun, Role::adjective},
    {"", "elijk", Role::noun, Role::adjective},
    {"iteit", "eel", Role::noun, Role::adjective},
    {"ie", "ief", Role::noun, Role::adjective},
});

class Finder {
 public:
  explicit Finder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  Relatives run() {
    for (const auto& [form, word] : vocabulary_.words()) {
      if ((word.roles & Role::infinitive) != 0) of_verb(form);
      for (const Suffixes& pair : pairs) by_suffix(form, word, pair);
    }
    Relatives found;
    for (const auto& [from, to] : related_) found[from].assign(to.begin(), to.end());
    return found;
  }

 private:
  void relate(const std::string& one, const std::string& other) {
    if (one == other) return;
    related_[one].insert(other);
    related_[other].insert(one);
  }

  void of_verb(const std::string& infinitive) {
    const std::string stem = verb_stem(vocabulary_, infinitive);
    const std::string root = infinitive.substr(0, infinitive.size() - 2);
    for (const std::string& made : {root + "ing", stem + "ing", stem}) {
      if (is_noun(vocabulary_, made)) relate(infinitive, made);
    }
    for (const VerbalNoun& entry : verbal_nouns()) {
      if (!infinitive.ends_with(entry.infinitive)) continue;
      const std::string prefix = infinitive.substr(0, infinitive.size() - entry.infinitive.size());
      std::istringstream nouns{std::string(entry.nouns)};
      for (std::string made; nouns >> made;) {
        if (is_noun(vocabulary_, prefix + made)) relate(infinitive, prefix + made);
      }
    }
  }

  void by_suffix(const std::string& form, const Word& word, const Suffixes& pair) {
    if ((word.roles & pair.role_of) == 0 || !form.ends_with(pair.of)) return;
    if (!reads(word, form, Rank::itself)) return;
    const std::string root = form.substr(0, form.size() - pair.of.size());
    if (root.size() < 4) return;
    const std::string made = root + std::string(pair.made);
    const Word* other = vocabulary_.find(made);
    if (other == nullptr || (other->roles & pair.role_made) == 0) return;
    if (reads(*other, made, Rank::ungraded)) relate(form, made);
  }

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::set<std::string>> related_;
};

}  // namespace

std::unordered_map<std::string, std::string> conversions(const Vocabulary& vocabulary) {
  std::unordered_map<std::string, std::string> noun_of;
  for (const auto& [form, word] : vocabulary.words()) {
    if ((word.roles & Role::infinitive) == 0 || (word.roles & Role::function) != 0) continue;
    const std::string stem = verb_stem(vocabulary, form);
    // A wagen is no form of `wagen`, to dare, nor of waag.
    if (!is_noun(vocabulary, stem) || reads(word, form, Rank::entry)) continue;
    const Word& noun = *vocabulary.find(stem);
    if (reads(word, stem, Rank::inflected) || !reads(noun, stem, Rank::entry)) noun_of[form] = stem;
  }
  return noun_of;
}

Relatives relatives(const Vocabulary& vocabulary) {
  return Finder(vocabulary).run();
}

}  // namespace kamerzoek::lexicon
