#include "corpus/text/lemmatizer.hpp"

#include <algorithm>
#include <utility>

#include "corpus/text/normal_form.hpp"

namespace kamerzoek {
namespace {

using lexicon::Role;

/// A compound's parts written together. What links them (-s-, -en-) comes and goes with the writer,
/// so that it is no part of the stem: `drugsbeleid`, `drugbeleid`.
std::string joined(const std::vector<std::string>& parts) {
  std::string whole;
  for (const std::string& part : parts) whole += part;
  return whole;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// `bo` of bo's, `Buma` of Buma's, `Frans` of Frans'.
std::string without_apostrophe(const std::string& word) {
  if (word.ends_with("'s")) return word.substr(0, word.size() - 2);
  if (word.ends_with('\'')) return word.substr(0, word.size() - 1);
  return word;
}

}  // namespace

Lexeme Lemmatizer::lexeme(std::string_view word) {
  NormalForm form = normal_form(word);
  Lexeme lexeme;
  lexeme.exact = std::move(form.exact);
  lexeme.words = std::move(form.words);
  if (lexeme.exact.empty()) return lexeme;
  // The hyphen at a line end is the printer's where what it joins is a word (`wo-ningbouw`).
  const bool is_broken = !lexeme.words.empty() && word.find('\n') != word.npos;
  if (is_broken && is_word(lexeme.exact)) lexeme.words.clear();
  if (lexeme.words.empty()) {
    read(lexeme);
  } else {
    read_hyphenated(lexeme);
  }
  return lexeme;
}

bool Lemmatizer::is_word(const std::string& form) const {
  const auto shape = lexicon_.shape(form);
  return (shape && shape->is(Role::word)) || !splitter_.split_unknown(form).empty();
}

void Lemmatizer::read(Lexeme& lexeme) {
  if (read_known(lexeme, lexeme.exact)) return;
  const std::string bare = without_apostrophe(lexeme.exact);
  if (bare != lexeme.exact && !bare.empty() && read_known(lexeme, bare)) return;
  if (has_digit(lexeme.exact)) {
    lexeme.stem = bare;
    return;
  }
  read_unknown(lexeme);
}

bool Lemmatizer::read_known(Lexeme& lexeme, const std::string& form) {
  auto known = lexicon_.find(form);
  if (!known || !known->shape.is(Role::word)) return false;
  lexeme.stem = known->lemmas.front();
  lexeme.others.assign(known->lemmas.begin() + 1, known->lemmas.end());
  lexeme.verbs = std::move(known->verbs);
  lexeme.is_particle = known->shape.is(Role::particle);
  lexeme.is_grammatical = known->shape.is(Role::grammar);
  if (lexeme.is_grammatical) return true;
  lexeme.parts = std::move(known->parts);
  lexeme.is_compound_verb = known->shape.is(Role::separable);
  if (!lexeme.parts.empty()) lexeme.stem = joined(lexeme.parts);
  return true;
}

void Lemmatizer::read_unknown(Lexeme& lexeme) {
  const std::string bare = without_apostrophe(lexeme.exact);
  lexeme.parts = splitter_.split_unknown(bare);
  lexeme.stem = lexeme.parts.empty() ? stemmer_.stem(bare) : joined(lexeme.parts);
}

void Lemmatizer::read_hyphenated(Lexeme& lexeme) {
  // What is known without its hyphen is that word (`ex-president`, `zo-even`).
  const bool is_word = read_known(lexeme, lexeme.exact);
  if (is_word && lexeme.is_grammatical) return;
  lexeme.parts.clear();
  for (const std::string& word : lexeme.words) {
    if (word.empty()) continue;
    Lexeme part;
    part.exact = word;
    read(part);
    if (part.parts.empty() || part.is_compound_verb) {
      lexeme.parts.push_back(lexicon_.shape(word) ? splitter_.part_lemma(word) : part.stem);
    } else {
      lexeme.parts.insert(lexeme.parts.end(), part.parts.begin(), part.parts.end());
    }
  }
  if (lexeme.parts.size() < 2) lexeme.parts.clear();
  if (!is_word) lexeme.stem = has_digit(lexeme.exact) ? lexeme.exact : joined(lexeme.parts);
  if (lexeme.stem.empty()) lexeme.stem = lexeme.exact;
}

}  // namespace kamerzoek
