#include "search/word_query.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/abbreviations.hpp"
#include "corpus/text/normal_form.hpp"
#include "search/abbreviations.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using Xapian::Query;

// What a match counts for, against that of the lemma. Tried on motions without their subject line
// (scripts/evaluate): exact forms that count as much as the lemma cost 0.02 nDCG for inflected
// words and win 0.0005 MRR for the words of the subject line; the others hardly matter between a
// half and twice these.
constexpr double exact = 0.25;
constexpr double lemma = 1;
constexpr double other_lemma = 0.5;
constexpr double family = 0.25;
constexpr double in_compound = 0.25;  // the word is a part of one
constexpr double parts_apart = 0.25;  // the word is a compound, its parts stand apart
constexpr double abbreviated = 0.5;

// Two neighbours of the query that stand close together. A quarter wins nothing more for the words
// of a subject line, and costs 0.003 nDCG for inflected words, as only exact words have positions.
constexpr double close_together = 0.1;
constexpr Xapian::termcount window = 8;

constexpr std::size_t most_expansions = 500;
// Of the words of a wildcard together: their lists are merged, in some 15 ms. The most frequent
// words find nearly all documents that the others are in.
constexpr std::size_t most_postings = 100'000;
// Long forms of more words are rare, and each length is a look-up at every word of a query.
constexpr std::size_t most_words_abbreviated = 12;

Query scaled(const Query& query, double weight) {
  return Query(Query::OP_SCALE_WEIGHT, query, weight);
}

Query combined(Query::op op, const std::vector<Query>& queries) {
  return queries.empty() ? Query() : Query(op, queries.begin(), queries.end());
}

bool is_in_capitals(std::string_view written) {
  return std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The query of all ways of a word.
Query any_way(const SoughtWord& word) {
  std::vector<Query> ways;
  ways.reserve(word.ways.size());
  for (const Way& way : word.ways) ways.push_back(way.query);
  return combined(Query::OP_OR, ways);
}

/// The most frequent words of the index that begin so, in that order, and how many there are.
/// (Xapian's own wildcard finds the same ones, but does not tell what it has left out.)
struct Completions {
  std::vector<std::string> words;
  std::size_t size = 0;
};

Completions completions(const Xapian::Database& database, const std::string& beginning,
                        const Deadline& deadline) {
  constexpr std::size_t terms_a_look = 1024;  // at the clock
  using Known = std::pair<Xapian::doccount, std::string>;
  const auto less_known = [](const Known& a, const Known& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);
  };
  std::vector<Known> best;  // a heap, the least frequent on top
  Completions all;
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term, ++all.size) {
    if (all.size % terms_a_look == 0) deadline.check();
    const Xapian::doccount documents = term.get_termfreq();
    if (best.size() == most_expansions) {
      if (documents <= best.front().first) continue;
      std::ranges::pop_heap(best, less_known);
      best.pop_back();
    }
    best.emplace_back(documents, *term);
    std::ranges::push_heap(best, less_known);
  }
  std::ranges::sort(best, less_known);
  std::size_t postings = 0;
  for (Known& known : best) {
    postings += known.first;
    if (postings > most_postings && !all.words.empty()) break;
    all.words.push_back(std::move(known.second));
  }
  return all;
}

}  // namespace

SoughtWord WordQuery::word(const Token& token, const std::string& prefix) const {
  SoughtWord word{.text = std::string(token.text), .field = prefix};
  const std::string lemmas = "Z" + prefix;
  const std::string compounds = "P" + prefix;
  const auto add = [&](Way::Kind kind, std::string_view text, double weight,
                       const std::string& term_prefix) {
    const std::string term(text);
    word.ways.push_back({.kind = kind,
                         .words = {term},
                         .weight = weight,
                         .query = scaled(Query(term_prefix + term), weight)});
  };
  add(Way::Kind::exact, token.exact, exact, prefix);
  add(Way::Kind::lemma, token.stem, lemma, lemmas);
  if (token.is_compound_verb && !token.parts.empty()) word.ways.back().verb = token.parts.back();
  for (const std::string& other : token.others) {
    add(Way::Kind::other_lemma, other, other_lemma, lemmas);
  }
  if (token.is_grammatical) return word;
  if (const auto known = Lexicon::dutch().find(token.stem)) {
    for (const std::string& kin : known->related) add(Way::Kind::family, kin, family, lemmas);
  }
  add(Way::Kind::in_compound, token.stem, in_compound, compounds);
  if (!token.parts.empty() && !token.is_compound_verb) {
    std::vector<Query> all;
    for (const std::string& part : token.parts) {
      all.push_back(Query(Query::OP_OR, Query(lemmas + part), Query(compounds + part)));
    }
    word.ways.push_back({.kind = Way::Kind::parts_apart,
                         .words = {token.parts.begin(), token.parts.end()},
                         .weight = parts_apart,
                         .query = scaled(combined(Query::OP_AND, all), parts_apart)});
  }
  return word;
}

Query WordQuery::add(SoughtWord word) {
  Query query = any_way(word);
  sought.push_back(std::move(word));
  return query;
}

/// Words one after the other, as they stand. Without words its query is empty.
Way WordQuery::sequence(Way::Kind kind, const std::string& text, const std::string& prefix) const {
  Way way{.kind = kind, .words = exact_words(text)};
  std::vector<Query> terms;
  terms.reserve(way.words.size());
  for (const std::string& word : way.words) terms.emplace_back(prefix + word);
  way.query = combined(Query::OP_PHRASE, terms);
  return way;
}

void WordQuery::add_forms(SoughtWord& word, const std::vector<Expansion>& expansions) const {
  for (const Expansion& expansion : expansions) {
    Way way = sequence(Way::Kind::abbreviation, expansion.form, word.field);
    if (way.words.empty()) continue;
    way.weight = abbreviated;
    way.query = scaled(way.query, abbreviated);
    word.ways.push_back(std::move(way));
  }
}

void WordQuery::add_long_forms(SoughtWord& word) const {
  const std::string short_form = fold(word.text);
  if (is_common_word(short_form) && !is_in_capitals(word.text)) return;
  add_forms(word, long_forms(database_, short_form));
}

/// All of the words, or one of the abbreviations of them together.
Query WordQuery::words_together(std::vector<SoughtWord> words, const std::vector<Expansion>& shorts,
                                const std::string& prefix) {
  SoughtWord together{.field = prefix, .clause = clauses_};
  std::vector<Query> each;
  for (const SoughtWord& word : words) {
    together.text += (together.text.empty() ? "" : " ") + word.text;
    each.push_back(any_way(word));
  }
  const Query all = combined(Query::OP_AND, each);
  for (SoughtWord& word : words) {
    word.clause = clauses_;
    word.conditions.push_back(all);
    sought.push_back(std::move(word));
  }
  add_forms(together, shorts);
  return Query(Query::OP_OR, all, add(std::move(together)));
}

std::vector<Query> WordQuery::clauses(const std::string& text, const std::string& prefix) {
  std::vector<SoughtWord> words;
  for (const Token& token : analyzer_.tokens(text)) {
    words.push_back(word(token, prefix));
    const std::size_t verb = token.verb_end - token.verb_begin;
    if (verb > 0) words.back().joined_with = text.substr(token.verb_begin, verb);
  }
  std::vector<Query> clauses;
  // To ask twice for a word asks for nothing more, and Xapian would look twice.
  std::set<std::pair<std::string, std::string>> asked;
  for (std::size_t at = 0; at < words.size();) {
    // Words that are together an abbreviation's long form may be its short form instead.
    std::string together = fold(words[at].text);
    std::size_t taken = 1;
    std::vector<Expansion> shorts;
    const std::size_t last = std::min(words.size(), at + most_words_abbreviated);
    for (std::size_t next = at + 1; next < last; ++next) {
      together += ' ' + fold(words[next].text);
      if (auto found = short_forms(database_, together); !found.empty()) {
        shorts = std::move(found);
        taken = next + 1 - at;
      }
    }
    if (taken == 1 && !asked.emplace(fold(words[at].text), words[at].joined_with).second) {
      ++at;
      continue;
    }
    if (taken == 1) {
      words[at].clause = clauses_;
      add_long_forms(words[at]);
      clauses.push_back(add(std::move(words[at])));
    } else {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
      const auto behind = first + static_cast<std::ptrdiff_t>(taken);
      std::vector<SoughtWord> taken_words(std::make_move_iterator(first),
                                          std::make_move_iterator(behind));
      clauses.push_back(words_together(std::move(taken_words), shorts, prefix));
    }
    ++clauses_;
    at += taken;
  }
  return clauses;
}

std::vector<std::string> WordQuery::exact_words(const std::string& text) const {
  std::vector<std::string> words;
  for (const Token& token : analyzer_.tokens(text)) {
    if (token.words.empty()) {
      words.emplace_back(token.exact);
    } else {
      words.insert(words.end(), token.words.begin(), token.words.end());
    }
  }
  std::erase(words, "");
  return words;
}

Query WordQuery::phrase(const std::string& text, const std::string& prefix) {
  Way way = sequence(Way::Kind::phrase, text, prefix);
  if (way.words.empty()) return {};
  return add({.text = text, .field = prefix, .clause = clauses_++, .ways = {std::move(way)}});
}

Query WordQuery::near(const std::vector<std::string>& texts, unsigned distance) {
  Way way{.kind = Way::Kind::near};
  std::string text;
  std::vector<Query> terms;
  for (const std::string& one : texts) {
    text += (text.empty() ? "" : " ") + one;
    for (std::string& word : exact_words(one)) {
      terms.emplace_back(word);
      way.words.push_back(std::move(word));
    }
  }
  if (terms.empty()) return {};
  way.window = static_cast<unsigned>(distance + terms.size() - 1);
  way.query = Query(Query::OP_NEAR, terms.begin(), terms.end(), way.window);
  return add({.text = std::move(text), .clause = clauses_++, .ways = {std::move(way)}});
}

std::vector<Query> WordQuery::close_pairs(const std::string& text) {
  std::vector<Query> pairs;
  std::set<std::pair<std::string, std::string>> asked;
  std::string last;
  for (const Token& token : analyzer_.tokens(text)) {
    if (token.is_grammatical) continue;
    std::string word(token.exact);
    if (!last.empty() && word != last && asked.emplace(std::minmax(last, word)).second) {
      const std::array both = {Query(last), Query(word)};
      pairs.push_back(
          scaled(Query(Query::OP_NEAR, both.begin(), both.end(), window), close_together));
    }
    last = std::move(word);
  }
  return pairs;
}

Query WordQuery::wildcard(const std::string& beginning) {
  const std::string folded = normal_form(beginning).exact;
  if (folded.empty()) return every_record();  // signs without a word
  Completions all = completions(database_, folded, deadline_);
  Way way{.kind = Way::Kind::beginning, .words = std::move(all.words)};
  // Together they weigh as one word. Where there are none the beginning itself finds nothing.
  const std::vector<Query> terms(way.words.begin(), way.words.end());
  way.query = terms.empty() ? Query(folded) : combined(Query::OP_SYNONYM, terms);
  const bool is_cut = all.size > way.words.size();
  SoughtWord word{.text = beginning + "*",
                  .clause = clauses_++,
                  .ways = {std::move(way)},
                  .vocabulary = all.size};
  if (is_cut) cut.push_back(word);
  return add(std::move(word));
}

}  // namespace kamerzoek
