#include "search/word_query.hpp"

#include <algorithm>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/abbreviations.hpp"
#include "corpus/text/normal_form.hpp"
#include "search/abbreviations.hpp"

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

constexpr Xapian::termcount most_expansions = 500;
// Long forms of more words are rare, and each length is a look-up at every word of a query.
constexpr std::size_t most_words_abbreviated = 12;

Query scaled(const Query& query, double weight) {
  return Query(Query::OP_SCALE_WEIGHT, query, weight);
}

Query combined(Query::op op, const std::vector<Query>& queries) {
  return queries.empty() ? Query() : Query(op, queries.begin(), queries.end());
}

Query phrase_of(const std::vector<std::string>& words, const std::string& prefix) {
  std::vector<Query> terms;
  terms.reserve(words.size());
  for (const std::string& word : words) terms.emplace_back(prefix + word);
  return combined(Query::OP_PHRASE, terms);
}

bool is_in_capitals(std::string_view written) {
  return std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool SoughtTerms::matches(const Token& token) const {
  if (exact.contains(token.exact) || stems.contains(token.stem)) return true;
  const auto is_sought = [&](const std::string& lemma_of) { return stems.contains(lemma_of); };
  if (!token.is_compound_verb && std::ranges::any_of(token.parts, is_sought)) return true;
  if (std::ranges::any_of(token.words, [&](const auto& word) { return exact.contains(word); })) {
    return true;
  }
  return std::ranges::any_of(
      beginnings, [&](const std::string& beginning) { return token.exact.starts_with(beginning); });
}

Query WordQuery::word(const Token& token, const std::string& prefix) {
  const std::string lemmas = "Z" + prefix;
  const std::string compounds = "P" + prefix;
  const auto seek = [&](std::string_view stem) {
    sought.stems.emplace(stem);
    return Query(lemmas + std::string(stem));
  };
  sought.exact.emplace(token.exact);
  std::vector<Query> ways;
  ways.push_back(scaled(Query(prefix + std::string(token.exact)), exact));
  ways.push_back(scaled(seek(token.stem), lemma));
  for (const std::string& other : token.others) ways.push_back(scaled(seek(other), other_lemma));
  if (token.is_grammatical) return combined(Query::OP_OR, ways);
  if (const auto known = Lexicon::dutch().find(token.stem)) {
    for (const std::string& kin : known->related) ways.push_back(scaled(seek(kin), family));
  }
  ways.push_back(scaled(Query(compounds + std::string(token.stem)), in_compound));
  if (!token.parts.empty() && !token.is_compound_verb) {
    std::vector<Query> all;
    for (const std::string& part : token.parts) {
      all.push_back(Query(Query::OP_OR, seek(part), Query(compounds + part)));
    }
    ways.push_back(scaled(combined(Query::OP_AND, all), parts_apart));
  }
  return combined(Query::OP_OR, ways);
}

Query WordQuery::long_forms_of(const std::string& written, const std::string& prefix) {
  const std::string short_form = fold(written);
  if (is_common_word(short_form) && !is_in_capitals(written)) return {};
  std::vector<Query> ways;
  for (const Expansion& expansion : long_forms(database_, short_form)) {
    ways.push_back(phrase(expansion.form, prefix));
  }
  return combined(Query::OP_OR, ways);
}

std::vector<Query> WordQuery::clauses(const std::string& text, const std::string& prefix) {
  std::vector<Query> words;
  std::vector<std::string> written;
  for (const Token& token : analyzer_.tokens(text)) {
    words.push_back(word(token, prefix));
    written.emplace_back(token.text);
  }
  std::vector<Query> clauses;
  for (std::size_t at = 0; at < words.size();) {
    // Words that are together an abbreviation's long form may be its short form instead.
    std::string together = fold(written[at]);
    std::size_t taken = 1;
    std::vector<Expansion> shorts;
    const std::size_t last = std::min(words.size(), at + most_words_abbreviated);
    for (std::size_t next = at + 1; next < last; ++next) {
      together += ' ' + fold(written[next]);
      if (auto found = short_forms(database_, together); !found.empty()) {
        shorts = std::move(found);
        taken = next + 1 - at;
      }
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
    std::vector<Query> ways{combined(
        Query::OP_AND, std::vector<Query>(first, first + static_cast<std::ptrdiff_t>(taken)))};
    for (const Expansion& expansion : shorts) {
      ways.push_back(scaled(phrase(expansion.form, prefix), abbreviated));
    }
    if (taken == 1) {
      const Query expanded = long_forms_of(written[at], prefix);
      if (!expanded.empty()) ways.push_back(scaled(expanded, abbreviated));
    }
    clauses.push_back(combined(Query::OP_OR, ways));
    at += taken;
  }
  return clauses;
}

std::vector<std::string> WordQuery::exact_words(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : analyzer_.tokens(text)) {
    if (token.words.empty()) {
      words.emplace_back(token.exact);
    } else {
      words.insert(words.end(), token.words.begin(), token.words.end());
    }
  }
  std::erase(words, "");
  sought.exact.insert(words.begin(), words.end());
  return words;
}

Query WordQuery::phrase(const std::string& text, const std::string& prefix) {
  return phrase_of(exact_words(text), prefix);
}

Query WordQuery::near(const std::vector<std::string>& texts, unsigned distance) {
  std::vector<Query> terms;
  for (const std::string& text : texts) {
    for (const std::string& word : exact_words(text)) terms.emplace_back(word);
  }
  if (terms.empty()) return {};
  const auto window = static_cast<Xapian::termcount>(distance + terms.size() - 1);
  return Query(Query::OP_NEAR, terms.begin(), terms.end(), window);
}

Query WordQuery::wildcard(const std::string& beginning) {
  const std::string folded = normal_form(beginning).exact;
  sought.beginnings.insert(folded);
  return Query(Query::OP_WILDCARD, folded, most_expansions, Query::WILDCARD_LIMIT_MOST_FREQUENT);
}

}  // namespace kamerzoek
