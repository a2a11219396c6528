#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// The words and marks of a text, for the grammar of names (spelling_parts.hpp,
/// spelling_names.hpp).
namespace kamerzoek::spelling {

/// The white space before a token, the least first.
enum class Gap { none, space, line, paragraph };

/// A run of ASCII digits or letters, a dash of any kind (its text is always "-"), or one other
/// byte. `text` points into the text that was read, or to the "-".
struct Token {
  enum class Kind { number, word, dash, other };

  Kind kind;
  std::string_view text;
  std::size_t begin;  ///< bytes of the text that was read
  std::size_t end;
  Gap gap;

  bool spaced() const { return gap != Gap::none; }
};

/// `text` without the white space around it and without one final full stop.
std::string_view trimmed(std::string_view text);

/// Takes the next token off the text from byte `at` on, and moves `at` behind it. False where only
/// white space is left.
bool next_token(std::string_view text, std::size_t& at, Token& token);

/// The tokens of `text`, in time linear in its length. No name is longer than a few dozen tokens:
/// for a text with more than that, nothing.
std::vector<Token> tokens_of(std::string_view text);

/// ASCII only; other bytes stay as they are.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// Whether `text` begins with these bytes in upper or lower case; they are ASCII, in lower case.
bool begins_with(std::string_view text, std::string_view lower_case);

/// The beginning of a word in lower case, as `lower` makes it: longer than any word that is looked
/// for, and without memory of its own, because every word of every text is asked.
class LowerWord {
 public:
  explicit LowerWord(std::string_view word);
  std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 32> letters_{};
  std::size_t size_;
};

/// Where a name stands decides how far it may stray from the usual spelling.
enum class Wording {
  name,    ///< the whole text is taken for a name: upper and lower case are the same
  running  ///< among other words: letters of a number are capitals, and a paragraph ends a name
};

/// A place among tokens. A copy remembers the place, which is how alternatives are tried. Every
/// reading function either reads what it names and moves on, or says so and stays. The tokens must
/// outlive the cursor.
class Cursor {
 public:
  explicit Cursor(const std::vector<Token>& tokens)
      : Cursor(tokens.data(), tokens.data() + tokens.size(), Wording::name) {}
  Cursor(const Token* first, const Token* last, Wording wording)
      : first_(first), next_(first), last_(last), wording_(wording) {}

  bool running() const { return wording_ == Wording::running; }
  bool at_end() const { return peek() == nullptr; }
  /// The next token, or null at the end.
  const Token* peek() const;
  /// The next token where it stands against the one before it, else null.
  const Token* peek_joined() const;
  /// The byte behind the last token that was read, or 0 before the first.
  std::size_t end() const { return next_ == first_ ? 0 : (next_ - 1)->end; }

  bool mark(char mark);
  bool dash();
  bool word(std::initializer_list<std::string_view> any_of);  ///< in upper or lower case

  /// Moves over the next token, whatever it is; not at the end.
  void skip() { ++next_; }
  /// The next token of this kind, or an empty text.
  std::string_view take(Token::Kind kind);
  /// The same, but only where no space precedes it.
  std::string_view take_joined(Token::Kind kind);

 private:
  const Token* first_;
  const Token* next_;
  const Token* last_;
  Wording wording_;
};

}  // namespace kamerzoek::spelling
