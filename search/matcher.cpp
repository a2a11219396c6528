#include "search/matcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace kamerzoek {
namespace {

/// A word of the text that is one of the words of a phrase, of which the others must be near.
struct Occurrence {
  unsigned position;
  std::size_t element;
  Span at;
};

bool is_sequence(Way::Kind kind) {
  return kind == Way::Kind::phrase || kind == Way::Kind::abbreviation || kind == Way::Kind::near;
}

/// Keeps the occurrences that stand one after the other, as the words of the way do.
std::vector<Span> in_order(const std::vector<Occurrence>& all, std::size_t length) {
  std::map<std::pair<std::size_t, unsigned>, Span> by_place;
  for (const Occurrence& one : all) by_place.try_emplace({one.element, one.position}, one.at);
  std::vector<Span> kept;
  for (const Occurrence& first : all) {
    if (first.element != 0) continue;
    std::vector<Span> together;
    for (std::size_t element = 0; element < length; ++element) {
      const auto next = by_place.find({element, first.position + static_cast<unsigned>(element)});
      if (next == by_place.end()) break;
      together.push_back(next->second);
    }
    if (together.size() == length) kept.insert(kept.end(), together.begin(), together.end());
  }
  return kept;
}

/// Keeps the occurrences in stretches of `window` words that have all words of the way.
std::vector<Span> in_window(const std::vector<Occurrence>& all, std::size_t length,
                            unsigned window) {
  std::vector<Span> kept;
  std::vector<std::size_t> inside(length, 0);
  std::size_t present = 0;
  std::size_t first = 0;
  for (std::size_t last = 0; last < all.size(); ++last) {
    if (inside[all[last].element]++ == 0) ++present;
    for (; all[last].position - all[first].position >= window; ++first) {
      if (--inside[all[first].element] == 0) --present;
    }
    if (present < length) continue;
    for (std::size_t at = first; at <= last; ++at) kept.push_back(all[at].at);
  }
  return kept;
}

/// A match of a lemma by a separable verb is one of its verb too.
Span verb_of(const Token& token, Way::Kind kind) {
  if (kind == Way::Kind::exact || is_sequence(kind) || kind == Way::Kind::beginning) return {};
  return {token.verb_begin, token.verb_end};
}

/// Leaves a way that wants all of its words without any where one is absent.
template <class Has>
void keep_all(Way& way, Has has) {
  if (!std::ranges::all_of(way.words, has)) way.words.clear();
}

/// Of hundreds of words, those that the list of the document's terms has.
void keep_in_document(Way& way, const Xapian::Database& database, Xapian::docid docid) {
  std::ranges::sort(way.words);
  std::vector<std::string> kept;
  auto term = database.termlist_begin(docid);
  const auto end = database.termlist_end(docid);
  for (std::string& word : way.words) {
    if (term != end) term.skip_to(word);
    if (term == end) break;
    if (*term == word) kept.push_back(std::move(word));
  }
  way.words = std::move(kept);
}

}  // namespace

Matcher::Matcher(const Sought& sought) : sought_(sought) {
  for (std::size_t word = 0; word < sought.size(); ++word) {
    for (std::size_t at = 0; at < sought[word].ways.size(); ++at) {
      const Way& way = sought[word].ways[at];
      const bool by_lemma = way.kind >= Way::Kind::lemma && way.kind <= Way::Kind::parts_apart;
      for (std::size_t element = 0; element < way.words.size(); ++element) {
        const std::string& text = way.words[element];
        const Target target{{word, at}, element};
        if (!by_lemma) exact_.add(text, target);
        if (by_lemma && way.kind != Way::Kind::in_compound) lemmas_.add(text, target);
        if (way.kind == Way::Kind::in_compound || way.kind == Way::Kind::parts_apart) {
          parts_.add(text, target);
        }
      }
    }
  }
}

ReadText Matcher::read(std::string_view text, std::string_view field, Analyzer& analyzer) const {
  ReadText out;
  std::map<WordWay, std::vector<Occurrence>> sequences;
  const auto is_in_field = [&](const Target& target) {
    const std::string& only = sought_[target.by.word].field;
    return only.empty() || only == field;
  };
  analyzer.analyze(text, [&](const Token& token) {
    const Span at{token.begin, token.end};
    out.words.push_back(at);
    each_target(token, [&](const Target& target) {
      const Way::Kind kind = way(target.by).kind;
      if (!is_in_field(target)) return;
      if (!is_sequence(kind)) {
        out.matches.push_back({at, target.by, verb_of(token, kind)});
        return;
      }
      // The words of one with hyphens stand at positions of their own.
      const std::string& sought_word = way(target.by).words[target.element];
      if (token.exact == sought_word) {
        sequences[target.by].push_back({token.position, target.element, at});
      }
      for (std::size_t i = 0; i < token.words.size(); ++i) {
        if (token.words[i] != sought_word) continue;
        sequences[target.by].push_back(
            {token.position + static_cast<unsigned>(i), target.element, at});
      }
    });
  });
  for (const auto& [by, occurrences] : sequences) {
    const Way& of = way(by);
    for (const Span& at : of.kind == Way::Kind::near
                              ? in_window(occurrences, of.words.size(), of.window)
                              : in_order(occurrences, of.words.size())) {
      out.matches.push_back({at, by});
    }
  }
  const auto place = [](const Match& match) { return std::tie(match.at.begin, match.by); };
  const auto same = [&](const Match& a, const Match& b) { return place(a) == place(b); };
  std::ranges::sort(out.matches, {}, place);
  out.matches.erase(std::unique(out.matches.begin(), out.matches.end(), same), out.matches.end());
  return out;
}

HeldTerms::HeldTerms(const Xapian::Database& database, std::vector<Xapian::docid> documents)
    : database_(database), documents_(std::move(documents)) {
  std::ranges::sort(documents_);
}

bool HeldTerms::has(Xapian::docid document, const std::string& term) {
  const auto [known, is_new] = holders_.try_emplace(term);
  if (is_new) {
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (const Xapian::docid one : documents_) {
      if (posting != end) posting.skip_to(one);
      if (posting == end) break;
      if (*posting == one) known->second.push_back(one);
    }
  }
  return std::ranges::binary_search(known->second, document);
}

Sought held_of(const Sought& sought, HeldTerms& terms, Xapian::docid document) {
  const auto has = [&](const std::string& term) { return terms.has(document, term); };
  Sought held = sought;
  for (SoughtWord& word : held) {
    for (Way& way : word.ways) {
      switch (way.kind) {
        case Way::Kind::exact:
        case Way::Kind::phrase:
        case Way::Kind::abbreviation:
        case Way::Kind::near:
          keep_all(way, [&](const std::string& one) { return has(word.field + one); });
          break;
        case Way::Kind::lemma:
        case Way::Kind::other_lemma:
        case Way::Kind::family:
          keep_all(way, [&](const std::string& one) { return has("Z" + word.field + one); });
          break;
        case Way::Kind::in_compound:
          keep_all(way, [&](const std::string& one) { return has("P" + word.field + one); });
          break;
        case Way::Kind::parts_apart:
          keep_all(way, [&](const std::string& one) {
            return has("Z" + word.field + one) || has("P" + word.field + one);
          });
          break;
        case Way::Kind::beginning:
          keep_in_document(way, terms.database(), document);
          break;
      }
    }
  }
  return held;
}

}  // namespace kamerzoek
