#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace kamerzoek {

/// What goes wrong in a word.
enum class SlipKind { substitute, drop, add, transpose, double_or_not, sounds_alike };

inline constexpr int slip_kinds = 6;

std::string_view name_of(SlipKind kind);

/// Makes slips of words, always the same for the same seed on any machine.
class SlipMaker {
 public:
  explicit SlipMaker(std::uint32_t seed) : random_(seed) {}

  /// The word with one slip of this kind, from the second letter on; the word itself where none of
  /// the kind can be made. Letters from a to z.
  std::string slip(std::string_view word, SlipKind kind);

  /// A number below `end`.
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  char letter() { return static_cast<char>('a' + below(26)); }
  std::string doubled_or_not(std::string word);
  std::string confused(std::string word);

  std::mt19937 random_;
};

}  // namespace kamerzoek
