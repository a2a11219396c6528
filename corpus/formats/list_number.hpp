#pragma once

#include <cstdint>
#include <string>

namespace kamerzoek {

enum class NumberForm { decimal, lower_letter, upper_letter, lower_roman, upper_roman };

/// A number as word processors print it before an item: 3, c, C, iii, III; after z comes aa, then
/// bb. What is out of a form's reach (0, the 4000 of roman numbers) is printed as decimal.
std::string list_number(std::int64_t number, NumberForm form);

}  // namespace kamerzoek
