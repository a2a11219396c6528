#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "corpus/references/reference.hpp"
#include "corpus/references/spelling_tokens.hpp"

namespace kamerzoek::spelling {

/// What the words of a sentence, read so far, say of the paper that is named next. The words and
/// why they are those are a table in the source.
class Sentence {
 public:
  enum class Role { replacing, executing, promise, answering, motion, questions, other_paper };

  /// Reads the next token of the text. A sentence ends at a full stop with a capital behind it and
  /// at the end of a paragraph.
  void read(const Token& token);
  /// A paper has been named here: what is replaced is the first one after the words that say so.
  void paper_named();

  Relation relation() const;
  /// The last words were `t.v.v.` or `vervanging van`, so that a name is to be expected.
  bool announces_replaced() const { return announced_ != 0 && announced_ == count_; }

 private:
  void begin();
  void note_announced();
  void read_abbreviation(std::string_view text);
  void read_word(std::string_view written);
  void read_mark(char mark);
  void note(Role role) { places_[static_cast<std::size_t>(role)] = count_; }
  /// Where the last word of this role stands, or 0 where it is too far back.
  std::size_t within_reach(Role role) const;

  // Places are counted in tokens, from 1.
  std::size_t count_ = 0;
  std::array<std::size_t, 7> places_{};
  std::size_t named_ = 0;
  std::size_t announced_ = 0;
  unsigned abbreviation_ = 0;  ///< how many tokens of `t.v.v.` have been read
  bool replacement_ = false;   ///< the last word was "vervanging"
  bool this_ = false;          ///< the last word was "deze" or "dit"
  bool stopped_ = false;       ///< a capital would begin a sentence
  std::string_view word_;      ///< the last one, as it is written
};

}  // namespace kamerzoek::spelling
