#include "corpus/lexicon/compound_splitter.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "corpus/lexicon/part_cost.hpp"

namespace kamerzoek {
namespace {

using lexicon::Role;

// In the bits of part_cost.
constexpr double linked_by_s = 3;
constexpr double linked_by_e = 5;      // -e-, -en-, -n-
constexpr double most_for_known = 37;  // two parts of a word that the dictionaries have
constexpr double most_inside = 34;     // … of a part of a compound
constexpr double per_further_part = 10;
constexpr double most_per_letter = 3.2;  // of a word that they do not have
constexpr double most_for_unknown = 8;   // … and once a word

// As the lexicon counts, 8 · log2: from some eight compounds on a word counts as one.
constexpr std::uint8_t lexicalised = 25;

constexpr std::size_t shortest_word = 6;
constexpr std::size_t longest_word = 64;
constexpr std::size_t shortest_part = 3;
constexpr std::size_t longest_part = 26;  // what is longer is a compound itself
constexpr double never = std::numeric_limits<double>::infinity();

/// Whether a word with this lemma is a verb and nothing else.
bool is_of_verb(const Lexicon::Shape& word, const Lexicon::Shape& lemma) {
  const bool only_verb = word.is(Role::verb) && !word.is(Role::noun) && !word.is(Role::adjective);
  return only_verb || (lemma.is(Role::infinitive) && !lemma.is(Role::noun));
}

}  // namespace

struct CompoundSplitter::Piece {
  double cost = never;
  std::string form = {};  ///< without what links it
};

struct CompoundSplitter::Candidate {
  double cost = never;
  std::vector<std::string> forms = {};
};

std::string CompoundSplitter::part_lemma(const std::string& form) const {
  const auto known = lexicon_.find(form);
  if (!known) return form;
  const auto first_that = [&](auto fits) {
    return std::ranges::find_if(known->lemmas, [&](const std::string& lemma) {
      const auto shape = lexicon_.shape(lemma);
      return shape && fits(*shape);
    });
  };
  auto lemma = first_that([](const Lexicon::Shape& shape) {
    const bool is_nominal = shape.is(Role::noun) || shape.is(Role::adjective);
    return is_nominal && !shape.is(Role::infinitive);
  });
  if (lemma == known->lemmas.end()) {
    lemma = first_that([](const Lexicon::Shape& shape) { return shape.is(Role::noun); });
  }
  return lemma == known->lemmas.end() ? known->lemmas.front() : *lemma;
}

CompoundSplitter::Piece CompoundSplitter::piece(std::string_view text, Place place) const {
  Piece best;
  const auto consider = [&](std::string_view form, double extra) {
    const auto shape = lexicon_.shape(form);
    if (!shape) return;
    const double price = part_cost(form, *shape, place) + extra;
    if (price < best.cost) best = {price, std::string(form)};
  };
  consider(text, 0);
  if (place == Place::last) return best;
  for (const std::string_view link : {"s", "en", "e", "n"}) {
    if (text.ends_with(link) && text.size() >= link.size() + shortest_part) {
      consider(text.substr(0, text.size() - link.size()), link == "s" ? linked_by_s : linked_by_e);
    }
  }
  // `stads` and `volks` are in the dictionary as they begin compounds: their s is a link all the
  // same.
  if (best.form == text && text.ends_with('s') && !lexicon_.shape(text)->is(Role::noun)) {
    const auto without = lexicon_.shape(text.substr(0, text.size() - 1));
    if (without && without->is(Role::noun)) best.form.pop_back();
  }
  return best;
}

CompoundSplitter::Candidate CompoundSplitter::cheapest(const std::string& word) const {
  struct Step {
    double cost = never;
    std::size_t from = 0;
    std::string form = {};
  };
  const std::size_t size = word.size();
  std::vector<Step> best(size + 1);
  best[0].cost = 0;
  for (std::size_t from = 0; from + 2 <= size; ++from) {
    if (best[from].cost == never) continue;
    const std::size_t farthest = std::min(size, from + longest_part);
    for (std::size_t to = from + 2; to <= farthest; ++to) {
      // Nor may it leave less than a part.
      if ((from == 0 && to == size) || (to < size && to + shortest_part > size)) continue;
      const Piece found = piece(std::string_view(word).substr(from, to - from),
                                to == size ? Place::last : Place::before);
      const double cost = best[from].cost + found.cost;
      if (cost < best[to].cost) best[to] = {cost, from, found.form};
    }
  }
  Candidate candidate{best[size].cost, {}};
  if (candidate.cost == never) return candidate;
  for (std::size_t at = size; at > 0; at = best[at].from) candidate.forms.push_back(best[at].form);
  std::ranges::reverse(candidate.forms);
  return candidate;
}

bool CompoundSplitter::is_of_separable_verb(const std::string& word) const {
  for (std::size_t at = 2; at + shortest_part <= word.size() && at <= 7; ++at) {
    const auto particle = lexicon_.shape(word.substr(0, at));
    const auto rest = lexicon_.shape(word.substr(at));
    if (particle && particle->is(Role::particle) && rest && rest->is(Role::verb)) return true;
  }
  return false;
}

/// Words that the dictionaries know and that are better left as they are.
bool CompoundSplitter::stays_whole(const std::string& lemma, const Lexicon::Word& known) const {
  if (std::max(known.shape.begins, known.shape.ends) > lexicalised) return true;
  // `nadruk`, of nadrukken; `vergroting` and `deelname`, of a verb that has them as relatives
  if (known.shape.is(Role::verb) && is_of_separable_verb(lemma)) return true;
  return std::ranges::any_of(known.related, [&](const std::string& related) {
    const auto other = lexicon_.shape(related);
    return other && other->is(Role::infinitive);
  });
}

std::vector<std::string> CompoundSplitter::cut_verb(const std::string& infinitive) const {
  for (std::size_t at = 2; at + 4 <= infinitive.size(); ++at) {
    const std::string particle = infinitive.substr(0, at);
    const auto shape = lexicon_.shape(particle);
    const auto verb = lexicon_.shape(infinitive.substr(at));
    if (shape && shape->is(Role::particle) && verb && verb->is(Role::infinitive) &&
        !is_verbal_prefix(particle)) {
      return {particle, infinitive.substr(at)};
    }
  }
  return {};
}

std::vector<std::string> CompoundSplitter::cut_unknown(const std::string& word) const {
  if (word.size() < shortest_word || word.size() > longest_word) return {};
  Candidate found = cheapest(word);
  const double most = most_per_letter * static_cast<double>(word.size()) + most_for_unknown;
  if (found.cost > most || is_verbal_prefix(found.forms.front())) return {};
  return std::move(found.forms);
}

std::vector<std::string> CompoundSplitter::cut_known(const Lexicon::Shape& word,
                                                     const std::string& lemma,
                                                     const Lexicon::Word& known,
                                                     Depth depth) const {
  if (is_of_verb(word, known.shape)) return {};
  const bool only_name = known.shape.is(Role::name) && !known.shape.is(Role::common);
  if (only_name || lemma.size() < shortest_word || stays_whole(lemma, known)) return {};
  Candidate found = cheapest(lemma);
  if (found.forms.empty()) return {};
  double most = depth == Depth::whole_word ? most_for_known : most_inside;
  most += per_further_part * static_cast<double>(found.forms.size() - 2);
  const bool has_prefix =
      std::any_of(found.forms.begin(), std::prev(found.forms.end()), is_verbal_prefix);
  if (found.cost > most || has_prefix) return {};
  // What ends as a noun is one, unless chance has it end so (gene-riek).
  const bool only_adjective = known.shape.is(Role::adjective) && !known.shape.is(Role::noun);
  const auto last = lexicon_.shape(found.forms.back());
  if (only_adjective && !last->is(Role::adjective) && !last->is(Role::verb)) return {};
  return std::move(found.forms);
}

/// The lemmas of the parts, each cut further where it is a compound itself.
std::vector<std::string> CompoundSplitter::lemmas_of(const std::vector<std::string>& forms) const {
  std::vector<std::string> lemmas;
  for (const std::string& form : forms) {
    std::string whole = part_lemma(form);
    std::vector<std::string> inner;
    if (form.size() >= shortest_word) {
      const auto shape = lexicon_.shape(form);
      const auto known = lexicon_.find(whole);
      if (shape && known) inner = cut_known(*shape, whole, *known, Depth::part);
    }
    if (inner.empty()) {
      lemmas.push_back(std::move(whole));
    } else {
      for (const std::string& inside : inner) lemmas.push_back(part_lemma(inside));
    }
  }
  return lemmas;
}

std::vector<std::string> CompoundSplitter::split_known(const Lexicon::Shape& word,
                                                       const std::string& lemma,
                                                       const Lexicon::Word& known) const {
  if (is_of_verb(word, known.shape)) return cut_verb(lemma);
  return lemmas_of(cut_known(word, lemma, known, Depth::whole_word));
}

std::vector<std::string> CompoundSplitter::split_unknown(const std::string& word) const {
  return lemmas_of(cut_unknown(word));
}

}  // namespace kamerzoek
