#include "corpus/references/surroundings.hpp"

#include <algorithm>
#include <string>

namespace kamerzoek::spelling {
namespace {

using Kind = Token::Kind;

constexpr std::string_view currencies[] = {"eur", "euro", "fl", "usd"};

// With a number behind them these are no names of papers.
constexpr std::string_view parts_of_papers[] = {"artikel",   "artikelen", "art",     "lid",
                                                "onderdeel", "paragraaf", "bijlage", "hoofdstuk",
                                                "punt",      "tabel"};

bool is_one_of(std::string_view word, const auto& words) {
  return std::ranges::find(words, lower(word.substr(0, 16))) != std::ranges::end(words);
}

bool is_currency(const Token& token, std::string_view text) {
  if (token.kind == Kind::word) return is_one_of(token.text, currencies);
  const std::string_view until = text.substr(0, token.end);
  return until.ends_with("€") || until.ends_with("$") || until.ends_with("£");
}

// NEN, ISO, DIN; not the houses.
bool is_capitals(const Token& token) {
  const auto word = token.text.substr(0, 16);
  return word.size() > 1 && word == upper(word) && word != "TK" && word != "EK" && word != "II";
}

bool opens(const Token& token) {
  const char mark = token.text.front();
  return token.kind == Kind::other &&
         (std::string_view("([{'\";>").find(mark) != std::string_view::npos ||
          static_cast<unsigned char>(mark) >= 0x80);
}

// "nr. 12345-67", "kenmerk 12345-67", "zaaknummer 12345-67".
bool announces_code(const TokenWindow& window) {
  const Token* word = window.before(1);
  if (word->text == "." || word->text == ":") word = window.before(2);
  if (word == nullptr || word->kind != Kind::word) return false;
  const std::string text = lower(word->text.substr(0, 32));
  return text == "nr" || text == "no" || text == "kenmerk" || text == "tel" || text == "fax" ||
         text == "telefoon" || text == "postbus" || text.ends_with("nummer");
}

Before joined_to(const TokenWindow& window) {
  const Token& token = *window.before(1);
  if (token.kind == Kind::word) return Before::number;
  const Token* digits = window.before(2);
  const bool number = !token.spaced() && digits != nullptr && digits->kind == Kind::number;
  if (number && (token.text == "." || token.text == ",")) return Before::number;
  return opens(token) ? Before::nothing : Before::code;
}

}  // namespace

Before what_stands_before(const TokenWindow& window, std::string_view text) {
  const Token* before = window.before(1);
  if (before == nullptr) return Before::nothing;
  const Token& here = window.token();
  if (here.gap < Gap::line && is_currency(*before, text)) return Before::number;
  if (!here.spaced()) return joined_to(window);
  if (here.gap >= Gap::line) return Before::nothing;
  const bool code = before->kind == Kind::number ||
                    (before->kind == Kind::word && is_capitals(*before)) || announces_code(window);
  return code ? Before::code : Before::nothing;
}

bool may_be_number_of_paper(const TokenWindow& window) {
  const std::string_view number = window.token().text;
  if (number.size() == 4 && number >= "1900" && number <= "2099") return false;
  const Token* before = window.before(1);
  if (before != nullptr && before->text == ".") before = window.before(2);
  return before == nullptr || !is_one_of(before->text, parts_of_papers);
}

}  // namespace kamerzoek::spelling
