#include "corpus/formats/list_number.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace kamerzoek {
namespace {

constexpr std::int64_t most_repeats = 4;  ///< dddd; longer ones are no numbers any more

std::string roman(std::int64_t number) {
  constexpr std::array<std::pair<std::int64_t, std::string_view>, 13> values = {{{1000, "m"},
                                                                                 {900, "cm"},
                                                                                 {500, "d"},
                                                                                 {400, "cd"},
                                                                                 {100, "c"},
                                                                                 {90, "xc"},
                                                                                 {50, "l"},
                                                                                 {40, "xl"},
                                                                                 {10, "x"},
                                                                                 {9, "ix"},
                                                                                 {5, "v"},
                                                                                 {4, "iv"},
                                                                                 {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : values) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

std::string letters(std::int64_t number) {
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string list_number(std::int64_t number, NumberForm form) {
  const bool in_letters = number >= 1 && number <= 26 * most_repeats;
  const bool in_roman = number >= 1 && number < 4000;
  if (form == NumberForm::lower_letter && in_letters) return letters(number);
  if (form == NumberForm::upper_letter && in_letters) return upper(letters(number));
  if (form == NumberForm::lower_roman && in_roman) return roman(number);
  if (form == NumberForm::upper_roman && in_roman) return upper(roman(number));
  return std::to_string(number);
}

}  // namespace kamerzoek
