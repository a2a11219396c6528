#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// The words and marks of a name as someone wrote it; for spelling.cpp and what belongs to it.
namespace kamerzoek::spelling {

/// A run of ASCII digits or letters, a dash of any kind (its text is always "-"), or one other
/// byte. `text` points into the text that was read.
struct Token {
  enum class Kind { number, word, dash, other };

  Kind kind;
  std::string_view text;
  bool spaced;  ///< white space stands before it
};

/// `text` without the white space around it and without one final full stop.
std::string_view trimmed(std::string_view text);

/// The tokens of `text`, in time linear in its length. No name is longer than a few dozen tokens:
/// for a text with more than that, nothing.
std::vector<Token> tokens_of(std::string_view text);

/// ASCII only; other bytes stay as they are.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// A place among tokens. A copy remembers the place, which is how alternatives are tried. Every
/// reading function either reads what it names and moves on, or says so and stays.
class Cursor {
 public:
  explicit Cursor(const std::vector<Token>& tokens) : tokens_(&tokens) {}

  bool at_end() const { return next_ == tokens_->size(); }
  bool mark(char mark);
  bool dash();
  bool word(std::initializer_list<std::string_view> any_of);  ///< in upper or lower case

  /// The next token of this kind, or an empty text.
  std::string_view take(Token::Kind kind);
  /// The same, but only where no space precedes it.
  std::string_view take_joined(Token::Kind kind);

 private:
  const Token* peek() const { return at_end() ? nullptr : &(*tokens_)[next_]; }

  const std::vector<Token>* tokens_;
  std::size_t next_ = 0;
};

}  // namespace kamerzoek::spelling
