#include "search/typed_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/references/spelling.hpp"
#include "corpus/text/normal_form.hpp"
#include "search/query_lexer.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t longest_word = 64;  // a longer one is none (Analyzer)

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_operator(const QueryLexeme& lexeme) {
  constexpr std::array names = {"EN", "AND", "OF", "OR", "NIET", "NOT"};
  return lexeme.field.empty() && std::ranges::find(names, lexeme.text) != names.end();
}

bool is_filter(const QueryLexeme& lexeme) {
  return !lexeme.field.empty() && lexeme.field != "titel" && lexeme.field != "onderwerp";
}

/// Without white space, in capitals.
std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

std::size_t leading_digits(std::string_view text) {
  const auto other = std::ranges::find_if_not(text, is_digit);
  return static_cast<std::size_t>(other - text.begin());
}

}  // namespace

TypedText read_typed(Tokenizer& tokenizer, std::string_view text) {
  TypedText typed;
  const std::vector<QueryLexeme> lexemes = lex_query(text);
  for (std::size_t at = 0; at < lexemes.size(); ++at) {
    const QueryLexeme& lexeme = lexemes[at];
    const bool is_words =
        lexeme.kind == QueryLexeme::Kind::word || lexeme.kind == QueryLexeme::Kind::phrase;
    const bool unwanted =
        at > 0 && (lexemes[at - 1].kind == QueryLexeme::Kind::minus ||
                   lexemes[at - 1].text == "NIET" || lexemes[at - 1].text == "NOT");
    typed.open = false;
    if (!is_words || unwanted || is_operator(lexeme) || is_filter(lexeme)) continue;
    const auto offset = static_cast<std::size_t>(lexeme.text.data() - text.data());
    tokenizer.each_word(lexeme.text, [&](std::size_t begin, std::size_t end) {
      std::string word = normal_form(lexeme.text.substr(begin, end - begin)).exact;
      if (word.empty() || word.size() > longest_word) return;
      typed.words.push_back(std::move(word));
      typed.begin = offset + begin;
      typed.end = offset + end;
    });
    // A word ends with any sign behind it.
    typed.open = typed.end == text.size();
    if (typed.open) break;
  }
  return typed;
}

std::vector<std::string> identifier_beginnings(std::string_view text) {
  std::vector<std::string> beginnings = keys_named(text);
  const std::string plain = compact(text);
  const std::size_t digits = leading_digits(plain);
  const std::string_view behind = std::string_view(plain).substr(digits);
  if (digits == 4 && (behind.starts_with('D') || behind.starts_with('Z'))) {
    beginnings.push_back(plain);
  } else if (digits >= 2 && behind.starts_with('-')) {
    beginnings.push_back("kst-" + plain);
  }
  for (const std::string_view family : {"kst-", "blg-", "ah-", "kv-", "h-"}) {
    if (text.starts_with(family)) beginnings.emplace_back(text);
  }
  std::ranges::sort(beginnings);
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end()), beginnings.end());
  return beginnings;
}

std::vector<std::string> dossier_beginnings(std::string_view text) {
  std::vector<std::string> beginnings;
  std::string plain = compact(text);
  if (leading_digits(plain) >= 2) beginnings.push_back(std::move(plain));
  for (const std::string& key : keys_named(text)) {
    const auto id = PublicationId::parse(key);
    if (id && id->dossier) beginnings.push_back(id->dossier->text());
  }
  return beginnings;
}

}  // namespace kamerzoek
