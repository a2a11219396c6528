#include "corpus/text/tokenizer.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
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
constexpr unsigned other = 4;

constexpr std::array<std::uint8_t, 256> make_kinds() {
  std::array<std::uint8_t, 256> kinds = {};
  for (unsigned byte = 0; byte < kinds.size(); ++byte) {
    const char c = static_cast<char>(byte);
    // The bytes of é and its like: words hold no other character that begins with C3 to C5, and
    // what begins with another byte shows by that.
    const bool is_accented = (byte >= 0x80 && byte <= 0xBF) || (byte >= 0xC3 && byte <= 0xC5);
    kinds[byte] = static_cast<std::uint8_t>(is_ascii_letter(c) || is_accented ? letter
                                            : is_ascii_digit(c)               ? digit
                                                                              : other);
  }
  return kinds;
}

constexpr auto kinds = make_kinds();

unsigned kinds_in(std::string_view word) {
  unsigned seen = 0;
  for (const char c : word) seen |= kinds[static_cast<unsigned char>(c)];
  return seen;
}

/// Whether the bytes are at most eight and all ASCII letters, as most words are: all at once, for
/// a loop over so few costs more in its mistaken end than in its steps. May say no to a word near
/// the end of the text.
bool are_few_letters(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::uint64_t each_byte = 0x0101010101010101;
  const std::size_t length = end - begin;
  if (std::endian::native != std::endian::little || length > 8 || text.size() - begin < 8) {
    return false;
  }
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + begin, 8);
  const std::uint64_t rest = length < 8 ? ~std::uint64_t{0} << (8 * length) : 0;
  bytes = (bytes & ~rest) | ((each_byte * 'a') & rest);
  if ((bytes & (each_byte * 0x80)) != 0) return false;
  const std::uint64_t lower = bytes | (each_byte * 0x20);
  // The high bit of each byte tells whether it is at least 'a', and more than 'z'.
  const std::uint64_t from_a = lower + each_byte * (0x80 - 'a');
  const std::uint64_t past_z = lower + each_byte * (0x80 - 'z' - 1);
  return (from_a & ~past_z & (each_byte * 0x80)) == each_byte * 0x80;
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

  bool open(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
    breaks->setText(&text, status);
    return U_SUCCESS(status);
  }
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::each_word(std::string_view text,
                          const std::function<void(std::size_t begin, std::size_t end)>& each) {
  if (!state_->open(text)) return;  // only when memory is gone
  icu::BreakIterator& breaks = *state_->breaks;
  WordChain chain(text, each);
  const std::function<void(const Piece&)> add = [&](const Piece& piece) { chain.add(piece); };
  int32_t from = breaks.first();
  for (int32_t to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
    const auto begin = static_cast<std::size_t>(from);
    if (!is_word(text[begin], breaks)) continue;
    const auto end = end_with_digits(text, begin, static_cast<std::size_t>(to));
    const unsigned seen =
        are_few_letters(text, begin, end) ? letter : kinds_in(text.substr(begin, end - begin));
    if (seen == letter) {
      chain.add({begin, end, end - begin <= 2 ? PieceShape::brief : PieceShape::plain});
    } else if (seen == digit) {
      chain.add({begin, end, end - begin <= 3 ? PieceShape::group : PieceShape::plain});
    } else {
      each_piece(text, begin, end, add);
    }
  }
  chain.finish();
}

}  // namespace kamerzoek
