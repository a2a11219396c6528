#include "corpus/text/tokenizer.hpp"

#include <array>
#include <cstdint>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "corpus/text/characters.hpp"
#include "corpus/text/word_chain.hpp"
#include "corpus/text/word_pieces.hpp"

namespace kamerzoek {
namespace {

// Kinds of bytes, as bits, so that one pass over a word tells whether there is anything to see.
constexpr unsigned letter = 1;
constexpr unsigned digit = 2;
constexpr unsigned sign = 4;    // between words, whatever stands around it
constexpr unsigned joint = 8;   // may join what stands on both sides of it
constexpr unsigned blank = 16;  // a word never goes on behind it
constexpr unsigned accented = 32;
constexpr unsigned other = 64;

constexpr unsigned kind_of(unsigned byte) {
  const char c = static_cast<char>(byte);
  if (is_ascii_letter(c)) return letter;
  if (is_ascii_digit(c)) return digit;
  // The bytes of é and its like: words hold no other character that begins with C3 to C5, and
  // what begins with another byte shows by that.
  if ((byte >= 0x80 && byte <= 0xBF) || (byte >= 0xC3 && byte <= 0xC5)) return accented;
  if (byte > 0x7F || c == '_' || c == '@') return other;
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return blank;
  return std::string_view(".,:;'").find(c) == std::string_view::npos ? sign : joint;
}

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> all = {};
  for (unsigned byte = 0; byte < all.size(); ++byte) {
    all[byte] = static_cast<std::uint8_t>(kind_of(byte));
  }
  return all;
}();

constexpr unsigned kind(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

unsigned kinds_in(std::string_view word) {
  unsigned seen = 0;
  for (const char c : word) seen |= kind(c);
  return seen;
}

/// The end of the stretch up to the next blank, and whether its words are plain to see: runs of
/// ASCII letters and digits, with nothing between two of them that could make them one (UAX #29).
struct Stretch {
  std::size_t end;
  bool is_plain;
};

Stretch stretch_at(std::string_view text, std::size_t begin) {
  Stretch stretch{begin, true};
  unsigned before = blank;
  unsigned last = blank;
  for (; stretch.end < text.size() && kind(text[stretch.end]) != blank; ++stretch.end) {
    const unsigned now = kind(text[stretch.end]);
    const bool joins =
        last == joint && (before & (letter | digit)) != 0 && (now & (letter | digit)) != 0;
    if (joins || (now & (accented | other)) != 0) stretch.is_plain = false;
    before = last;
    last = now;
  }
  return stretch;
}

/// Whether what the iterator has just passed and begins with `first` is a word. ICU need only be
/// asked where ASCII does not tell, which is worth a fifteenth of all its time.
bool is_word(char first, const icu::BreakIterator& breaks) {
  if (is_ascii(first) && first != '_') return is_ascii_letter(first) || is_ascii_digit(first);
  return breaks.getRuleStatus() != UBRK_WORD_NONE;
}

/// m², km³: a square or cubic unit, not a word with a note.
bool is_metre(std::string_view word) {
  if (word.empty() || word.size() > 2 || word.back() != 'm') return false;
  return word.size() == 1 || std::string_view("kdcm").find(word[0]) != std::string_view::npos;
}

/// The end of the word with the digits below or above the line that ICU leaves out of it.
std::size_t end_with_digits(std::string_view text, std::size_t begin, std::size_t end) {
  if (end == text.size() || is_ascii(text[end])) return end;
  const bool is_power = stands_at(text, end, "\u00B2") || stands_at(text, end, "\u00B3");
  if (is_power && is_metre(text.substr(begin, end - begin))) return end + 2;
  while (subscript_length(text, end) > 0) end += 3;
  return end;
}

/// Calls `each(begin, end)` for the runs of ASCII letters and digits.
template <class Each>
void each_run(std::string_view text, std::size_t begin, std::size_t end, Each each) {
  constexpr unsigned in_word = letter | digit;
  for (std::size_t at = begin; at < end; ++at) {
    if ((kind(text[at]) & in_word) == 0) continue;
    const std::size_t from = at;
    while (at < end && (kind(text[at]) & in_word) != 0) ++at;
    each(from, at);
  }
}

}  // namespace

struct Tokenizer::State {
  std::unique_ptr<icu::BreakIterator> breaks;
  UText text = UTEXT_INITIALIZER;

  State() {
    UErrorCode status = U_ZERO_ERROR;
    breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word boundaries for Dutch");
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&text); }

  /// Calls `each(begin, end)` for the words of [begin, end).
  template <class Each>
  void each_word(std::string_view all, std::size_t begin, std::size_t end, Each each) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text, all.data() + begin, static_cast<int64_t>(end - begin), &status);
    breaks->setText(&text, status);
    if (U_FAILURE(status)) return;  // only when memory is gone
    int32_t from = breaks->first();
    for (int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
      const std::size_t word = begin + static_cast<std::size_t>(from);
      from = to;
      if (!is_word(all[word], *breaks)) continue;
      each(word, end_with_digits(all, word, begin + static_cast<std::size_t>(to)));
    }
  }
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::each_word(std::string_view text,
                          const std::function<void(std::size_t begin, std::size_t end)>& each) {
  WordChain chain(text, each);
  const std::function<void(const Piece&)> add = [&](const Piece& piece) { chain.add(piece); };
  const auto add_word = [&](std::size_t begin, std::size_t end) {
    const unsigned seen = kinds_in(text.substr(begin, end - begin));
    if ((seen & ~(letter | accented)) == 0) {
      chain.add({begin, end, end - begin <= 2 ? PieceShape::brief : PieceShape::plain});
    } else if (seen == digit) {
      chain.add({begin, end, end - begin <= 3 ? PieceShape::group : PieceShape::plain});
    } else {
      each_piece(text, begin, end, add);
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    if (kind(text[at]) == blank) {
      ++at;
      continue;
    }
    const Stretch stretch = stretch_at(text, at);
    if (stretch.is_plain) {
      each_run(text, at, stretch.end, add_word);
    } else {
      state_->each_word(text, at, stretch.end, add_word);
    }
    at = stretch.end;
  }
  chain.finish();
}

}  // namespace kamerzoek
