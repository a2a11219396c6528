#include "corpus/lexicon/vocabulary.hpp"

#include <algorithm>
#include <fstream>

#include "corpus/letters/fold.hpp"

namespace kamerzoek::lexicon {
namespace {

// Flags of the Dutch dictionary of OpenTaal, as its affix file explains them; further kinds of
// inflection by their first letter: Z plurals, Y diminutives, A adjectives, V verbs.
constexpr std::string_view forbidden = "Fw";
constexpr std::string_view only_in_compounds = "Cx";
constexpr std::string_view compound_begin = "Ca";
constexpr std::string_view compound_middle = "Cb";
constexpr std::string_view compound_end = "Cc";
constexpr std::string_view plural_and_link = "Cd";  // -s-
constexpr std::string_view link_hyphen = "Ce";
constexpr std::string_view link = "Ch";
constexpr std::string_view superlative = "Ad";
constexpr std::string_view inflected_superlative = "Ae";
constexpr std::string_view of_all = "A0";  // aller-, before superlatives
constexpr std::string_view language = "Ll";
constexpr std::string_view people = "Lr";
constexpr std::string_view is_infinitive = "Vi";
constexpr std::string_view quality = "Zm";    // deskundigheid, of deskundig
constexpr std::string_view who_is_so = "Zk";  // een deskundige
constexpr std::string_view possessive = "PN";

bool has_kind(const Entry& entry, char kind) {
  return std::ranges::any_of(
      entry.flags, [&](const std::string& flag) { return flag.front() == kind && flag != of_all; });
}

bool begins_with_capital(const std::string& word) {
  return fold(word.substr(0, 1)) != word.substr(0, 1) || word.starts_with("Ĳ");
}

/// Words of the list that no search asks for as one: names of streets, fixed phrases, numbers.
bool is_searchable(std::string_view form) {
  return !form.empty() && form.size() <= 64 && form.find_first_of(" /+€\\") == form.npos &&
         !(form.front() >= '0' && form.front() <= '9') && form.front() != '-';
}

/// What an entry of the dictionary is by its flags.
struct EntryClass {
  bool noun = false;
  bool adjective = false;
  bool capital = false;
  bool declined = false;  ///< has a plural or a diminutive, so that it is a noun for sure
  bool graded = false;    ///< has a superlative, so that it is an adjective for sure
};

EntryClass classify(const Entry& entry) {
  const bool plural_or_diminutive = std::ranges::any_of(entry.flags, [](const std::string& flag) {
    return (flag.front() == 'Z' && flag != quality && flag != who_is_so) || flag.front() == 'Y';
  });
  const bool linked = entry.has(link) || entry.has(plural_and_link) || entry.has(link_hyphen);
  // Nederlands-Ghanees is made of names of languages and peoples.
  const bool adjective = has_kind(entry, 'A') || entry.has(language) || entry.has(people) ||
                         entry.has(quality) || entry.has(who_is_so);
  return {.noun = plural_or_diminutive || entry.has(compound_end) || linked,
          .adjective = adjective,
          .capital = begins_with_capital(entry.word),
          .declined = plural_or_diminutive,
          .graded = entry.has(superlative) || entry.has(inflected_superlative)};
}

Rank rank_of(const EntryClass& is) {
  if (is.declined || is.graded) return Rank::entry;
  if (is.adjective) return Rank::ungraded;
  if (is.noun) return Rank::uninflected;
  return is.capital ? Rank::by_rule : Rank::itself;
}

struct Inflection {
  std::uint16_t roles = 0;
  Rank rank = Rank::itself;
};

/// What a suffix makes of an entry, by its flag.
Inflection inflection(std::string_view suffix) {
  if (suffix == plural_and_link || suffix.front() == 'Z') return {Role::noun, Rank::inflected};
  if (suffix.front() == 'Y') return {Role::noun, Rank::diminutive};
  if (suffix.front() == 'A') return {Role::adjective, Rank::inflected};
  if (suffix == possessive) return {Role::name, Rank::possessive};
  return {};
}

/// deskundigheid is a word of its own; a deskundige is who is deskundig.
std::string lemma_of(const std::string& form, std::string_view suffix, const std::string& base) {
  constexpr std::string_view plural = "heden";
  if (suffix != quality) return base;
  if (!form.ends_with(plural)) return form;
  return form.substr(0, form.size() - plural.size()) + "heid";
}

/// The form that all spellings of a word share, as normal_form of the analyser makes it: without
/// hyphens, and without the apostrophe of 's-Hertogenbosch.
std::string folded(std::string_view form) {
  std::string out = fold(form);
  std::erase(out, '-');
  if (out.starts_with('\'')) out.erase(0, 1);
  return out;
}

}  // namespace

void Word::read_as(const std::string& lemma, Rank rank) {
  const auto same = std::ranges::find(readings, lemma, &Reading::lemma);
  if (same == readings.end()) {
    readings.push_back({lemma, rank});
  } else {
    same->rank = std::min(same->rank, rank);
  }
}

void Word::doubt(const std::string& lemma, Rank rank) {
  const auto same = std::ranges::find(readings, lemma, &Reading::lemma);
  if (same != readings.end()) same->rank = std::max(same->rank, rank);
}

const Word* Vocabulary::find(const std::string& form) const {
  const auto found = words_.find(form);
  return found == words_.end() ? nullptr : &found->second;
}

bool Vocabulary::has_role(const std::string& form, Role role) const {
  const Word* found = find(form);
  return found != nullptr && (found->roles & role) != 0;
}

void Vocabulary::add_dictionary(const std::filesystem::path& affixes,
                                const std::filesystem::path& words) {
  const AffixRules rules(affixes);
  for (const Entry& entry : read_dictionary(words, forbidden)) {
    if (is_searchable(entry.word)) add_entry(rules, entry);
  }
}

void Vocabulary::add_entry(const AffixRules& rules, const Entry& entry) {
  std::vector<std::string> particles = rules.prefixes(entry);
  std::erase(particles, "aller");
  rules.each_form(entry, [&](std::string_view suffix, const Entry& form) {
    if (suffix.empty()) {
      add_base(entry);
      for (const std::string& particle : particles) add_prefixed(entry, particle);
      return;
    }
    add_form(entry, suffix, form, "");
    if (suffix.front() != 'V') return;
    for (const std::string& particle : particles) add_form(entry, suffix, form, particle);
  });
}

void Vocabulary::add_base(const Entry& entry) {
  const std::string form = folded(entry.word);
  const EntryClass is = classify(entry);
  Word& base = words_[form];
  if (!entry.has(only_in_compounds)) base.roles |= Role::word;
  if (entry.has(compound_begin) || entry.has(compound_middle)) base.roles |= Role::begins;
  if (entry.has(compound_end)) base.roles |= Role::ends;
  if (is.noun) base.roles |= Role::noun;
  if (is.adjective) base.roles |= Role::adjective;
  base.roles |= is.capital ? Role::name : Role::common;
  base.read_as(form, rank_of(is));
  note_verb(entry, form);
}

void Vocabulary::add_prefixed(const Entry& entry, const std::string& particle) {
  const std::string form = folded(particle + entry.word);
  Word& joined = words_[form];
  joined.roles |= Role::word | Role::common;
  joined.read_as(form, Rank::itself);
  note_verb(entry, form);
}

void Vocabulary::note_verb(const Entry& entry, const std::string& form) {
  if (entry.has("V3") || entry.has("Vp") || entry.has("Vq")) verb_stems_.insert(form);
  if (entry.has(is_infinitive)) infinitives_.insert(form);
}

void Vocabulary::add_form(const Entry& entry, std::string_view suffix, const Entry& form,
                          const std::string& particle) {
  if (suffix.front() == 'G') return;  // names of streets
  const std::string text = folded(particle + form.word);
  const std::string base = folded(entry.word);
  Word& inflected = words_[text];
  const bool in_compounds = suffix.front() == 'C';
  if (in_compounds || form.has(compound_begin) || form.has(compound_middle)) {
    inflected.roles |= Role::begins;
  }
  if (in_compounds && suffix != plural_and_link) {
    inflected.read_as(base, Rank::by_rule);
    return;
  }
  const Inflection made = inflection(suffix);
  inflected.roles |= static_cast<std::uint16_t>(made.roles | Role::word);
  inflected.read_as(made.roles == 0 ? text : lemma_of(text, suffix, base), made.rank);
}

void Vocabulary::add_word_list(const std::filesystem::path& file) {
  std::ifstream in = open_dictionary(file);
  for (std::string line; std::getline(in, line);) {
    if (!is_searchable(line)) continue;
    Word& listed = words_[folded(line)];
    listed.roles |= Role::word;
    listed.roles |= begins_with_capital(line) ? Role::name : Role::common;
    if (listed.readings.empty()) listed.read_as(folded(line), Rank::itself);
  }
}

}  // namespace kamerzoek::lexicon
