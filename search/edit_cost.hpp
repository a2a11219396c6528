#pragma once

#include <string_view>

namespace kamerzoek {

/// How unlikely it is that somebody who meant one word typed the other: 1 for each letter too much,
/// too few or another and for each two swapped, and half of that for what is often mistaken in
/// Dutch because it sounds alike (ei and ij, ou and au, d, t and dt, c and k, s and z …) or is a
/// matter of doubling a letter. Folded text of at most 64 bytes each; a longer one costs 64. Any
/// thread.
double edit_cost(std::string_view typed, std::string_view meant);

/// What two different words cost at the least.
inline constexpr double least_edit_cost = 0.5;

}  // namespace kamerzoek
