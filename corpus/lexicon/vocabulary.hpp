#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/lexicon/affix_rules.hpp"
#include "corpus/lexicon/role.hpp"

namespace kamerzoek::lexicon {

/// How surely a form belongs to a lemma; the lowest wins.
enum class Rank : std::uint8_t {
  irregular,    ///< by our own table
  entry,        ///< the form is a noun or adjective that bends itself
  inflected,    ///< plural or inflected adjective, by the dictionary's affixes
  uninflected,  ///< a noun of the dictionary without forms of its own: `woningbouw`
  participle,
  ungraded,    ///< an adjective without comparatives; many are participles
  infinitive,  ///< the verb itself: `uitvoeren` is no form of uitvaren
  finite,      ///< a verb's other forms
  diminutive,
  by_rule,     ///< by its ending alone
  possessive,  ///< of a name
  itself,      ///< a word of the list, and no more is known
};

/// One way to understand a form.
struct Reading {
  std::string lemma;
  Rank rank;
};

/// What is known of a form.
struct Word {
  std::uint16_t roles = 0;  ///< `Role`s
  std::vector<Reading> readings;
  std::vector<std::string> verbs;  ///< infinitives this is a form of that stands in a main clause

  /// Adds a reading; of two with one lemma the surer stays.
  void read_as(const std::string& lemma, Rank rank);
  /// Makes the reading with that lemma, if there is one, no surer than `rank`.
  void doubt(const std::string& lemma, Rank rank);
};

/// All forms of Dutch that the dictionaries know, with what each can be. Words are folded UTF-8
/// without hyphens throughout; references to them stay valid while more are added. Built once, by
/// `compile_lexicon`; one thread at a time.
class Vocabulary {
 public:
  /// Reads the dictionary with its affix rules. Throws std::runtime_error as read_dictionary does.
  void add_dictionary(const std::filesystem::path& affixes, const std::filesystem::path& words);

  /// Reads a plain list, a form a line. Throws std::runtime_error as open_dictionary does.
  void add_word_list(const std::filesystem::path& file);

  Word& operator[](const std::string& form) { return words_[form]; }
  /// Null for a form that is not there.
  const Word* find(const std::string& form) const;
  bool holds(const std::string& form) const { return find(form) != nullptr; }
  bool has_role(const std::string& form, Role role) const;

  std::unordered_map<std::string, Word>& words() { return words_; }
  const std::unordered_map<std::string, Word>& words() const { return words_; }

  /// First persons singular (`spreek`) of verbs.
  const std::unordered_set<std::string>& verb_stems() const { return verb_stems_; }
  const std::unordered_set<std::string>& infinitives() const { return infinitives_; }

 private:
  void add_entry(const AffixRules& rules, const Entry& entry);
  void add_base(const Entry& entry);
  void add_prefixed(const Entry& entry, const std::string& particle);
  void add_form(const Entry& entry, std::string_view suffix, const Entry& form,
                const std::string& particle);
  void note_verb(const Entry& entry, const std::string& form);

  std::unordered_map<std::string, Word> words_;
  std::unordered_set<std::string> verb_stems_;
  std::unordered_set<std::string> infinitives_;
};

}  // namespace kamerzoek::lexicon
