#include "search/skim.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>

namespace kamerzoek {
namespace {

// A text past this is a data file; its first stretch must do.
constexpr std::size_t most_skimmed = std::size_t{8} << 20;
constexpr std::size_t stretch_size = 2048;
constexpr std::size_t most_stretches = 4;
// Longer is no word; a text without white space is cut into pieces of this size.
constexpr std::size_t longest_chunk = 256;
// Of a longer phrase its first words are followed.
constexpr std::size_t most_followed = 63;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Two neighbouring bytes, ASCII letters in lower case.
std::uint16_t pair_of(char first, char second) {
  const auto lower = [](char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  };
  return static_cast<std::uint16_t>(lower(first) << 8U | lower(second));
}

/// What a word of the text may be, and how often such words stand close together counts.
struct Hint {
  std::size_t at;
  std::size_t unit;  ///< hints with one number count once
};

class Skimmer {
 public:
  Skimmer(const Matcher& matcher, Analyzer& analyzer) : matcher_(matcher), analyzer_(analyzer) {
    for (const SoughtWord& word : matcher.sought()) {
      for (const Way& way : word.ways) {
        for (const std::string& text : way.words) add_beginning(text);
        add_beginning(way.verb);
        if (!way.verb.empty()) verbs_.try_emplace(way.verb, &word - matcher.sought().data());
      }
    }
  }

  std::vector<Hint> run(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_space(text[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      bool is_candidate = false;
      const std::size_t farthest = std::min(text.size(), begin + longest_chunk);
      for (; at < farthest && !ends_at(text, at); ++at) {
        is_candidate |= static_cast<unsigned char>(text[at]) >= 0x80 ||
                        (at + 1 < text.size() && beginnings_[pair_of(text[at], text[at + 1])]);
      }
      ++ordinal_;
      if (is_candidate) look_at(text.substr(begin, at - begin), begin);
    }
    return std::move(hints_);
  }

 private:
  /// What the chunk, taken by itself, stands for.
  struct Known {
    std::vector<std::size_t> units;
    std::vector<Matcher::Target> in_phrases;
  };
  struct Progress {
    std::uint64_t seen = 0;  ///< bit i: the words up to i stand before here
    std::size_t ordinal = 0;
  };

  void add_beginning(std::string_view text) {
    if (text.size() > 1) beginnings_.set(pair_of(text[0], text[1]));
  }

  /// White space ends a chunk, but for that in a number (34 682) and behind a hyphen.
  static bool ends_at(std::string_view text, std::size_t at) {
    if (!is_space(text[at])) return false;
    if (text[at - 1] == '-') return text[at] != '\n';
    return text[at] != ' ' || !is_digit(text[at - 1]) || at + 1 == text.size() ||
           !is_digit(text[at + 1]);
  }

  static std::size_t unit_of(std::size_t word, std::size_t element) {
    return word << 16U | element;
  }

  const Known& known(std::string_view chunk) {
    const auto [at, is_new] = known_.try_emplace(chunk);
    if (!is_new) return at->second;
    Known& found = at->second;
    for (const Token& token : analyzer_.tokens(chunk)) {
      matcher_.each_target(token, [&](const Matcher::Target& target) {
        const Way::Kind kind = matcher_.way(target.by).kind;
        if (kind == Way::Kind::phrase || kind == Way::Kind::abbreviation) {
          found.in_phrases.push_back(target);
        } else {
          const bool apart = kind == Way::Kind::near || kind == Way::Kind::parts_apart;
          found.units.push_back(unit_of(target.by.word, apart ? target.element + 1 : 0));
        }
      });
      const auto verb = verbs_.find(token.stem);
      if (verb != verbs_.end()) found.units.push_back(unit_of(verb->second, 0));
    }
    return found;
  }

  void look_at(std::string_view chunk, std::size_t begin) {
    const Known& found = known(chunk);
    for (const std::size_t unit : found.units) hints_.push_back({begin, unit});
    std::map<WordWay, std::uint64_t> fits;
    for (const Matcher::Target& target : found.in_phrases) {
      if (target.element < most_followed) fits[target.by] |= std::uint64_t{1} << target.element;
    }
    for (const auto& [by, elements] : fits) {
      Progress& progress = progress_[by];
      const std::uint64_t before = progress.ordinal + 1 == ordinal_ ? progress.seen : 0;
      progress = {(before << 1U | 1U) & elements, ordinal_};
      const std::size_t length = std::min(matcher_.way(by).words.size(), most_followed);
      if ((progress.seen >> (length - 1) & 1U) != 0) hints_.push_back({begin, unit_of(by.word, 0)});
    }
  }

  const Matcher& matcher_;
  Analyzer& analyzer_;
  std::bitset<std::size_t{1} << 16U> beginnings_;
  std::map<std::string, std::size_t, std::less<>> verbs_;
  std::unordered_map<std::string_view, Known> known_;
  std::map<WordWay, Progress> progress_;
  std::size_t ordinal_ = 0;
  std::vector<Hint> hints_;
};

/// A stretch that ends with a hint, and what it has.
struct Rated {
  std::size_t score = 0;
  std::size_t end = 0;
};

/// The best end of a passage in each stretch of the text: most different units, then most hints.
std::map<std::size_t, Rated> rated(const std::vector<Hint>& hints, std::size_t passage_size) {
  std::map<std::size_t, Rated> by_stretch;
  std::map<std::size_t, std::size_t> inside;
  std::size_t first = 0;
  for (std::size_t last = 0; last < hints.size(); ++last) {
    ++inside[hints[last].unit];
    for (; hints[last].at - hints[first].at > passage_size; ++first) {
      const auto leaving = inside.find(hints[first].unit);
      if (--leaving->second == 0) inside.erase(leaving);
    }
    const std::size_t score = inside.size() * 100 + std::min<std::size_t>(last - first, 99);
    Rated& best = by_stretch[hints[last].at / stretch_size];
    if (score > best.score) best = {score, hints[last].at};
  }
  return by_stretch;
}

/// Around the end of a promising passage, so that clauses are whole.
Span around(std::string_view text, std::size_t end) {
  std::size_t from = end > stretch_size / 2 ? end - stretch_size / 2 : 0;
  std::size_t to = std::min(text.size(), end + stretch_size / 2);
  for (std::size_t i = 0; i < longest_chunk && from > 0 && !is_space(text[from - 1]); ++i) --from;
  for (std::size_t i = 0; i < longest_chunk && to < text.size() && !is_space(text[to]); ++i) ++to;
  return {from, to};
}

}  // namespace

std::vector<Span> promising_stretches(std::string_view text, std::size_t passage_size,
                                      const Matcher& matcher, Analyzer& analyzer) {
  const std::string_view head = text.substr(0, most_skimmed);
  const auto by_stretch = rated(Skimmer(matcher, analyzer).run(head), passage_size);
  std::vector<Rated> best;
  best.reserve(by_stretch.size());
  for (const auto& [stretch, one] : by_stretch) best.push_back(one);
  std::ranges::stable_sort(best, std::ranges::greater{}, &Rated::score);
  if (best.size() > most_stretches) best.resize(most_stretches);
  std::ranges::sort(best, {}, &Rated::end);
  std::vector<Span> stretches;
  stretches.reserve(best.size());
  for (const Rated& one : best) stretches.push_back(around(text, one.end));
  return stretches;
}

}  // namespace kamerzoek
