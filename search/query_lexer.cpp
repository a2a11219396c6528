#include "search/query_lexer.hpp"

#include <algorithm>

namespace kamerzoek {
namespace {

constexpr std::string_view space = " \t\r\n\f\v";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The field name (without the colon) that begins `text`, when a value follows it directly.
std::string_view field_before(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size()) return {};
  const std::string_view name = text.substr(0, colon);
  const bool is_name = is_letter(name.front()) && std::ranges::all_of(name, [](char c) {
                         return is_letter(c) || c == '-' || c == '_';
                       });
  const char next = text[colon + 1];
  // "https://…" and "let op: dit" are text.
  if (!is_name || next == '/' || next == ':' || next == ')' || space.find(next) != space.npos)
    return {};
  return name;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<QueryLexeme> run() {
    while (skip_space(), at_ < text_.size()) next();
    add(QueryLexeme::Kind::end, text_.substr(text_.size()));
    return std::move(lexemes_);
  }

 private:
  void next() {
    const char c = text_[at_];
    if (c == '(') return single(QueryLexeme::Kind::open);
    if (c == ')') return single(QueryLexeme::Kind::close);
    if (c == '-' && free_minus()) return single(QueryLexeme::Kind::minus);
    // One sign more than the word: the quote of soort:"Brief regering".
    const std::string_view field = field_before(text_.substr(at_, word_length(at_) + 1));
    const std::size_t value = field.empty() ? at_ : at_ + field.size() + 1;
    if (value < text_.size() && text_[value] == '"') return phrase(value, field);
    word(value, field);
  }

  /// `-word` and `-(`, but not `a -b`'s dash in " - " or the one inside `plan-MER`.
  bool free_minus() const {
    const bool before = at_ == 0 || text_[at_ - 1] == '(' || text_[at_ - 1] == '-' ||
                        space.find(text_[at_ - 1]) != space.npos;
    return before && at_ + 1 < text_.size() && space.find(text_[at_ + 1]) == space.npos;
  }

  void phrase(std::size_t quote, std::string_view field) {
    const std::size_t close = text_.find('"', quote + 1);
    if (close == std::string_view::npos) {
      // Never closed: what follows is text, and a field keeps its value.
      at_ = quote + 1;
      if (!field.empty() && at_ < text_.size()) word(at_, field);
      return;
    }
    add(QueryLexeme::Kind::phrase, text_.substr(quote + 1, close - quote - 1), field);
    at_ = close + 1;
  }

  void word(std::size_t begin, std::string_view field) {
    const std::size_t length = word_length(begin);
    if (length > 0) add(QueryLexeme::Kind::word, text_.substr(begin, length), field);
    at_ = begin + length;
  }

  /// Up to white space, a parenthesis or a quote.
  std::size_t word_length(std::size_t begin) const {
    const std::size_t end = text_.find_first_of(" \t\r\n\f\v()\"", begin);
    return (end == std::string_view::npos ? text_.size() : end) - begin;
  }

  void single(QueryLexeme::Kind kind) {
    add(kind, text_.substr(at_, 1));
    ++at_;
  }

  void add(QueryLexeme::Kind kind, std::string_view text, std::string_view field = {}) {
    lexemes_.push_back({kind, text, code_points(text_.substr(0, at_)) + 1, field});
  }

  void skip_space() { at_ = std::min(text_.find_first_not_of(space, at_), text_.size()); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<QueryLexeme> lexemes_;
};

}  // namespace

std::vector<QueryLexeme> lex_query(std::string_view text) {
  return Lexer(text).run();
}

std::size_t words_in(std::string_view text) {
  const auto is_in_word = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
  };
  std::size_t words = 0;
  bool before = false;
  for (const char c : text) {
    if (is_in_word(c) && !before) ++words;
    before = is_in_word(c);
  }
  return std::max<std::size_t>(words, 1);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace kamerzoek
