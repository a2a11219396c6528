#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace kamerzoek {

/// The words of a Dutch text: ICU's word boundaries (UAX #29), and then what they leave apart or
/// join against the sense of Dutch.
///
/// One word are what hyphens join (plan-MER-proces, 's-Hertogenbosch with its apostrophe,
/// 2024–2025), also over the end of a line when a small letter follows there and no "en", "of",
/// "dan" or "tot"; abbreviations (m.b.t without its last dot, r.-k); the groups of a number
/// (34 682, 1 000 000: three at most, since more are columns of a table); formulas (CO₂, H₂O) and
/// square and cubic metres (km²). Several words are what only dots, colons or underscores join,
/// and a word and the mark of its note (Plas2; the superscript of Plas² is no word).
///
/// UTF-8 in; bytes that are none separate words. Time is linear in the length, which may not
/// exceed 2 GiB. One thread at a time.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// Calls `each(begin, end)`, in byte offsets, for every word: in order, apart, each of them UTF-8
  /// with a letter or a digit. A word that was joined has at most 96 bytes; a longer chain comes
  /// in pieces. A single word may have any length.
  void each_word(std::string_view text,
                 const std::function<void(std::size_t begin, std::size_t end)>& each);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
