#include "corpus/references/spelling_tokens.hpp"

#include <algorithm>
#include <array>

namespace kamerzoek::spelling {
namespace {

constexpr std::size_t most_tokens = 64;

constexpr std::array<std::string_view, 21> space_forms = {
    " ",      "\t",     "\n",     "\r",     "\v",     "\f",     "\u00a0",
    "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000"};

constexpr std::array<std::string_view, 8> dash_forms = {"-",      "\u2010", "\u2011", "\u2012",
                                                        "\u2013", "\u2014", "\u2015", "\u2212"};

// The bytes of the member of `set` that `text` begins with, or 0.
template <class Set>
std::size_t length_at_front(std::string_view text, const Set& set) {
  for (const std::string_view member : set) {
    if (text.substr(0, member.size()) == member) return member.size();
  }
  return 0;
}

std::size_t space_at_back(std::string_view text) {
  for (const std::string_view space : space_forms) {
    if (text.size() >= space.size() && text.substr(text.size() - space.size()) == space) {
      return space.size();
    }
  }
  return 0;
}

// The length of the space or dash at the front, or 0. Most bytes are told apart by their value; one
// in many is compared with all the forms.
std::size_t space_at_front(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.front());
  return byte > ' ' && byte < 0x80 ? 0 : length_at_front(text, space_forms);
}
std::size_t dash_at_front(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte == '-' || byte >= 0x80 ? length_at_front(text, dash_forms) : 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <class Is>
std::size_t run(std::string_view text, Is is) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is) - text.begin());
}

Token token_at(std::string_view text, std::size_t at, Gap gap) {
  const std::string_view rest = text.substr(at);
  auto kind = Token::Kind::other;
  std::size_t length = 1;
  std::string_view as;
  if (const auto digits = run(rest, is_digit); digits != 0) {
    kind = Token::Kind::number;
    length = digits;
  } else if (const auto letters = run(rest, is_letter); letters != 0) {
    kind = Token::Kind::word;
    length = letters;
  } else if (const auto dash = dash_at_front(rest); dash != 0) {
    kind = Token::Kind::dash;
    length = dash;
    as = "-";
  }
  if (as.empty()) as = rest.substr(0, length);
  return Token{kind, as, at, at + length, gap};
}

// Moves over white space and says how much of a gap it is: two line feeds make a paragraph.
Gap skip_space(std::string_view text, std::size_t& at) {
  Gap gap = Gap::none;
  while (const auto space = space_at_front(text.substr(at))) {
    if (text[at] == '\n') {
      gap = gap < Gap::line ? Gap::line : Gap::paragraph;
    } else {
      gap = std::max(gap, Gap::space);
    }
    at += space;
  }
  return gap;
}

char upper_letter(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

template <class Change>
std::string changed(std::string_view text, Change change) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), change);
  return result;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto trim_back = [&] {
    while (const auto space = space_at_back(text)) text.remove_suffix(space);
  };
  while (const auto space = space_at_front(text)) text.remove_prefix(space);
  trim_back();
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  trim_back();
  return text;
}

bool next_token(std::string_view text, std::size_t& at, Token& token) {
  const Gap gap = skip_space(text, at);
  if (at == text.size()) return false;
  token = token_at(text, at, gap);
  at = token.end;
  return true;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  Token token{};
  for (std::size_t at = 0; next_token(text, at, token);) {
    if (tokens.size() == most_tokens) return {};
    tokens.push_back(token);
  }
  return tokens;
}

std::string upper(std::string_view text) {
  return changed(text, upper_letter);
}

std::string lower(std::string_view text) {
  return changed(text, lower_letter);
}

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char wanted, char c) { return wanted == lower_letter(c); });
}

LowerWord::LowerWord(std::string_view word) : size_(std::min(word.size(), letters_.size())) {
  std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size_), letters_.begin(),
                 lower_letter);
}

const Token* Cursor::peek() const {
  if (next_ == last_) return nullptr;
  const bool elsewhere = running() && next_ != first_ && next_->gap == Gap::paragraph;
  return elsewhere ? nullptr : next_;
}

const Token* Cursor::peek_joined() const {
  const Token* token = peek();
  return token == nullptr || token->spaced() ? nullptr : token;
}

bool Cursor::mark(char mark) {
  const Token* token = peek();
  if (token == nullptr || token->kind != Token::Kind::other || token->text.front() != mark) {
    return false;
  }
  ++next_;
  return true;
}

bool Cursor::dash() {
  return !take(Token::Kind::dash).empty();
}

bool Cursor::word(std::initializer_list<std::string_view> any_of) {
  const Token* token = peek();
  if (token == nullptr || token->kind != Token::Kind::word) return false;
  const LowerWord word(token->text);
  if (std::find(any_of.begin(), any_of.end(), word.text()) == any_of.end()) return false;
  ++next_;
  return true;
}

std::string_view Cursor::take(Token::Kind kind) {
  const Token* token = peek();
  if (token == nullptr || token->kind != kind) return {};
  ++next_;
  return token->text;
}

std::string_view Cursor::take_joined(Token::Kind kind) {
  return peek_joined() == nullptr ? std::string_view{} : take(kind);
}

}  // namespace kamerzoek::spelling
