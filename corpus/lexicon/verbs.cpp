#include "corpus/lexicon/verbs.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sstream>

#include "corpus/lexicon/spelling_rules.hpp"
#include "corpus/lexicon/strong_verbs.hpp"

namespace kamerzoek::lexicon {
namespace {

constexpr auto short_particles = std::to_array<std::string_view>(
    {"dol", "lam", "lek", "les", "los", "mis", "nat", "vet", "vol"});
constexpr std::array<std::string_view, 6> unstressed = {"be", "ge", "her", "ont", "ver", "er"};

bool begins_unstressed(const std::string& infinitive) {
  // Four letters at least have to follow: `eren` has no prefix `er`.
  return std::ranges::any_of(unstressed, [&](std::string_view prefix) {
    return infinitive.starts_with(prefix) && infinitive.size() >= prefix.size() + 4;
  });
}

struct Forms {
  std::vector<std::string> finite;  ///< of a main clause: `spreek`, `spreekt`, `sprak`, `spraken`
  std::vector<std::string> participles;
};

/// What can stand before the infinitive of another verb, and that verb.
struct Prefixed {
  std::string prefix;
  std::string verb;
};

class Conjugation {
 public:
  explicit Conjugation(Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    for (const StrongVerb& verb : strong_verbs()) {
      std::istringstream others{std::string(verb.others)};
      for (std::string form; others >> form;) strong_[std::string(verb.infinitive)].push_back(form);
    }
  }

  void run() {
    std::vector<std::string> all(vocabulary_.infinitives().begin(),
                                 vocabulary_.infinitives().end());
    for (const auto& [infinitive, forms] : strong_) all.push_back(infinitive);
    // The short ones first: what has a prefix bends like what it is made of.
    std::ranges::sort(all, [](const std::string& a, const std::string& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const std::string& verb : all) forms_[verb] = forms_of(verb);
    for (const std::string& verb : all) note(verb, forms_[verb]);
  }

 private:
  Forms forms_of(const std::string& infinitive) {
    Forms forms = regular(infinitive);
    add_strong(infinitive, forms);
    return forms;
  }

  void add_if_known(std::vector<std::string>& forms, const std::string& form) const {
    if (vocabulary_.holds(form) && std::ranges::find(forms, form) == forms.end()) {
      forms.push_back(form);
    }
  }

  Forms regular(const std::string& infinitive) const {
    Forms forms;
    const std::string stem = verb_stem(vocabulary_, infinitive);
    forms.finite.push_back(infinitive);
    for (const char* ending : {"", "t", "te", "ten", "de", "den"}) {
      add_if_known(forms.finite, stem + ending);
    }
    const bool prefixed = begins_unstressed(infinitive);
    for (const char* ending : {"", "t", "d"}) {
      const std::string participle = stem + ending;
      const bool closed =
          !std::string_view(ending).empty() || stem.ends_with('t') || stem.ends_with('d');
      if (!closed) continue;
      add_if_known(forms.participles, "ge" + participle);
      if (prefixed) add_if_known(forms.participles, participle);
    }
    return forms;
  }

  /// The strong forms of the verb itself or of the one it is made of.
  void add_strong(const std::string& infinitive, Forms& forms) const {
    for (std::size_t at = 0; at + 3 < infinitive.size(); ++at) {
      const auto strong = strong_.find(infinitive.substr(at));
      if (strong == strong_.end()) continue;
      const std::string prefix = infinitive.substr(0, at);
      for (const std::string& form : strong->second) {
        const bool participle = is_participle(form, strong->first);
        auto& into = participle ? forms.participles : forms.finite;
        // `begrijpen`: begrepen; `uitspreken`: uitgesproken
        add_if_known(into, prefix + form);
        if (participle && form.starts_with("ge") && !prefix.empty()) {
          add_if_known(into, prefix + form.substr(2));
        }
      }
      return;
    }
  }

  static bool is_participle(const std::string& form, const std::string& infinitive) {
    if (form.starts_with("ge") && !infinitive.starts_with("ge")) return true;
    return begins_unstressed(infinitive) && (form.ends_with("en") || form == "begonnen");
  }

  void note(const std::string& infinitive, const Forms& forms) {
    Word& own = vocabulary_[infinitive];
    own.roles |= Role::infinitive | Role::verb | Role::word;
    const auto parts = separable_parts(infinitive);
    if (parts) vocabulary_[parts->prefix].roles |= Role::particle;
    for (const std::string& form : forms.finite) {
      Word& finite = vocabulary_[form];
      finite.roles |= Role::verb;
      finite.read_as(infinitive, form == infinitive ? Rank::infinitive : Rank::finite);
      if (!parts && form != infinitive) finite.verbs.push_back(infinitive);
    }
    if (!parts) own.verbs.push_back(infinitive);
    for (const std::string& form : forms.participles) add_bent(form, infinitive);
    if (parts) add_joined(*parts, infinitive);
    add_bent(infinitive + "d", infinitive);
  }

  /// A participle, as it is and inflected.
  void add_bent(const std::string& form, const std::string& infinitive) {
    for (const char* ending : {"", "e", "en"}) {
      const std::string bent = form + ending;
      if (!vocabulary_.holds(bent)) continue;
      Word& word = vocabulary_[bent];
      word.roles |= Role::verb;
      word.read_as(infinitive, Rank::participle);
      // That it bends and compares like an adjective (`beperkter`) makes it no word of its own.
      const bool is_adjective = (word.roles & Role::adjective) != 0;
      if (is_adjective) word.doubt(bent, Rank::ungraded);
    }
  }

  /// Most short words that a longer verb happens to begin with are no particles: `regeren` is not
  /// made of `re`.
  bool can_be_particle(const std::string& prefix) const {
    if (std::ranges::find(unstressed, prefix) != unstressed.end()) return false;
    if (prefix.size() > 3) return vocabulary_.has_role(prefix, Role::word);
    return vocabulary_.has_role(prefix, Role::grammar) ||
           std::ranges::find(short_particles, prefix) != short_particles.end();
  }

  /// `uit` and `spreken`, if there is an `uitgesproken`.
  std::optional<Prefixed> separable_parts(const std::string& infinitive) const {
    for (std::size_t at = 2; at + 3 <= infinitive.size(); ++at) {
      const auto rest = forms_.find(infinitive.substr(at));
      if (rest == forms_.end()) continue;
      const std::string prefix = infinitive.substr(0, at);
      if (!can_be_particle(prefix)) continue;
      for (const std::string& participle : rest->second.participles) {
        if (vocabulary_.holds(prefix + participle)) return Prefixed{prefix, rest->first};
      }
    }
    return std::nullopt;
  }

  /// The forms of a separable verb as subordinate clauses have them, by those of its verb.
  void add_joined(const Prefixed& parts, const std::string& infinitive) {
    const Forms& verb = forms_.at(parts.verb);
    for (const std::string& form : verb.finite) {
      Word& joined = vocabulary_[parts.prefix + form];
      joined.roles |= Role::verb | Role::word;
      joined.read_as(infinitive, Rank::finite);
    }
    for (const std::string& form : verb.participles) {
      vocabulary_[parts.prefix + form].roles |= Role::word;
      add_bent(parts.prefix + form, infinitive);
    }
  }

  Vocabulary& vocabulary_;
  std::map<std::string, std::vector<std::string>> strong_;
  std::map<std::string, Forms> forms_;
};

}  // namespace

std::string verb_stem(const Vocabulary& vocabulary, const std::string& infinitive) {
  if (!infinitive.ends_with("en")) return infinitive.substr(0, infinitive.size() - 1);
  const auto spellings = closed_spellings(infinitive.substr(0, infinitive.size() - 2));
  const auto is_stem = [&](const std::string& spelling) {
    return vocabulary.verb_stems().contains(spelling);
  };
  const auto stem = std::ranges::find_if(spellings, is_stem);
  if (stem != spellings.end()) return *stem;
  const auto known = std::ranges::find_if(
      spellings, [&](const std::string& spelling) { return vocabulary.holds(spelling + "t"); });
  return known != spellings.end() ? *known : spellings.front();
}

void add_verbs(Vocabulary& vocabulary) {
  Conjugation(vocabulary).run();
}

}  // namespace kamerzoek::lexicon
