#include "search/correction.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "corpus/lexicon/lexicon.hpp"
#include "search/edit_cost.hpp"
#include "search/near_words.hpp"

namespace kamerzoek {
namespace {

// In the measure of the score, chosen on slips of words of an index (scripts/evaluate-spelling). A
// slip costs 9, so that a nearer word goes before a more frequent one as a rule.
constexpr double cost_of_compound = 9;       // that two words make one nobody has written yet
constexpr double cost_of_new_compound = 14;  // that such a word is what was meant, without a slip
constexpr double cost_of_unlisted = 3;       // that a few documents have it, but no dictionary
constexpr std::size_t shortest_corrected = 3;
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_corrected_part = 4;
constexpr std::size_t shortest_unlisted_part = 6;
constexpr unsigned most_edits = 2;

/// Minus infinity for what no document has.
double frequency(std::size_t documents) {
  return std::log(static_cast<double>(documents));
}

/// How much may be wrong in a word of this length: more in a short one makes another word of it.
double most_cost(std::size_t length) {
  return length < 5 ? 1 : 2;
}

double most_cost_of_part(std::size_t length) {
  return length < 8 ? 1 : 2;
}

bool is_listed(std::string_view word) {
  return Lexicon::dutch().shape(word).has_value();
}

bool has_only_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

class Corrector {
 public:
  Corrector(const WordTable& words, std::string_view typed) : words_(words), typed_(typed) {
    for (std::size_t at = 0; at <= typed.size(); ++at) {
      begins_.push_back(part(typed.substr(0, at)));
      ends_.push_back(part(typed.substr(at)));
    }
  }

  void add_whole_words() {
    for (const NearWord& near : near_words(words_, typed_, most_edits)) {
      if (const auto cost = cost_of(near, typed_, most_cost(typed_.size()))) {
        add(std::string(words_[near.word]), frequency(words_.count(near.word)), *cost);
      }
    }
  }

  /// Compounds whose first part is wrong, then those whose second is, where their score may be more
  /// than `least`: each part that is right costs a walk through the words for what the other is.
  void add_compounds(double least) {
    const auto may_be_more = [&](std::size_t part) {
      return frequency(part) - cost_of_compound - cost_of_slip * least_edit_cost > least;
    };
    if (std::ranges::any_of(ends_, may_be_more)) add_with_end();
    for (std::size_t at = shortest_part; at + shortest_corrected_part <= typed_.size(); ++at) {
      if (!may_be_more(begins_[at])) continue;
      const std::string_view rest = typed_.substr(at);
      for (const NearWord& near : near_words(words_, rest, most_edits)) {
        add_compound(near, rest, typed_.substr(0, at), "", begins_[at]);
      }
    }
  }

  /// How likely it is that nothing is wrong.
  double as_it_is(std::size_t documents) const {
    double score = frequency(documents) - cost_of_unlisted;
    for (std::size_t at = 1; at < typed_.size(); ++at) {
      const std::size_t rarer = std::min(begins_[at], ends_[at]);
      score = std::max(score, frequency(rarer) - cost_of_new_compound);
    }
    return score;
  }

  std::vector<Correction> best(double least, std::size_t limit) const {
    std::vector<Correction> all;
    for (const auto& [word, score] : scores_) {
      if (score > least) all.push_back({word, score});
    }
    std::ranges::sort(all, [](const Correction& a, const Correction& b) {
      return a.score != b.score ? a.score > b.score : a.word < b.word;
    });
    if (all.size() > limit) all.resize(limit);
    return all;
  }

 private:
  void add_with_end() {
    for (const NearWord& near :
         near_beginnings(words_, typed_, shortest_corrected_part, most_edits)) {
      for (const std::size_t link : {0U, 1U}) {
        const std::size_t at = near.typed + link;
        if (at >= typed_.size() || ends_[at] == 0) continue;
        if (link == 1 && typed_[near.typed] != 's') continue;
        add_compound(near, typed_.substr(0, near.typed), "", typed_.substr(near.typed), ends_[at]);
      }
    }
  }

  /// How many documents have a word that can be part of a compound; 0 for what is none. A
  /// dictionary word is one with an s behind it too.
  std::size_t part(std::string_view word) const {
    if (word.size() < shortest_part) return 0;
    if (word.size() < shortest_unlisted_part && !is_listed(word)) return 0;
    if (const auto known = words_.find(word)) return words_.count(*known);
    if (!word.ends_with('s')) return 0;
    const std::string_view bare = word.substr(0, word.size() - 1);
    if (bare.ends_with('s') || !is_listed(bare)) return 0;
    const auto known = words_.find(bare);
    return known ? words_.count(*known) : 0;
  }

  std::optional<double> cost_of(const NearWord& near, std::string_view typed, double most) const {
    const std::string_view word = words_[near.word];
    if (near.distance == 0 || word.size() < shortest_corrected) return std::nullopt;
    const double cost = edit_cost(typed, word);
    if (cost > most) return std::nullopt;
    return cost;
  }

  void add_compound(const NearWord& near, std::string_view typed, std::string_view before,
                    std::string_view behind, std::size_t other) {
    const std::string_view word = words_[near.word];
    if (word.size() < shortest_corrected_part || part(word) == 0) return;
    if (const auto cost = cost_of(near, typed, most_cost_of_part(typed.size()))) {
      std::string whole = std::string(before).append(word).append(behind);
      const std::size_t rarer = std::min<std::size_t>(words_.count(near.word), other);
      add(std::move(whole), frequency(rarer) - cost_of_compound, *cost);
    }
  }

  void add(std::string word, double score, double cost) {
    score -= cost_of_slip * cost;
    const auto [known, is_new] = scores_.try_emplace(std::move(word), score);
    if (!is_new) known->second = std::max(known->second, score);
  }

  const WordTable& words_;
  std::string_view typed_;
  std::vector<std::size_t> begins_;  ///< for each length how frequent the beginning is as a part
  std::vector<std::size_t> ends_;    ///< for each offset how frequent the rest is as a part
  std::unordered_map<std::string, double> scores_;
};

}  // namespace

std::vector<Correction> corrections(const WordTable& words, std::string_view typed,
                                    std::size_t documents, std::size_t limit) {
  if (typed.size() < shortest_corrected || !has_only_letters(typed) || is_listed(typed)) return {};
  Corrector corrector(words, typed);
  const double least = corrector.as_it_is(documents);
  corrector.add_whole_words();
  corrector.add_compounds(least);
  return corrector.best(least, limit);
}

std::vector<std::pair<std::string, std::string>> apart(const WordTable& words,
                                                       std::string_view typed, std::size_t limit) {
  struct Cut {
    std::size_t at;
    std::size_t rarer;
  };
  std::vector<Cut> cuts;
  for (std::size_t at = 2; at + 2 <= typed.size(); ++at) {
    const auto first = words.find(typed.substr(0, at));
    const auto second = words.find(typed.substr(at));
    if (!first || !second || !is_listed(words[*first]) || !is_listed(words[*second])) continue;
    cuts.push_back({at, std::min(words.count(*first), words.count(*second))});
  }
  std::ranges::stable_sort(cuts, std::greater<>(), &Cut::rarer);
  if (cuts.size() > limit) cuts.resize(limit);
  std::vector<std::pair<std::string, std::string>> pairs;
  pairs.reserve(cuts.size());
  for (const Cut& cut : cuts) pairs.emplace_back(typed.substr(0, cut.at), typed.substr(cut.at));
  return pairs;
}

}  // namespace kamerzoek
