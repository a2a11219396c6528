#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/references/spelling_parts.hpp"
#include "corpus/references/spelling_tokens.hpp"

/// The numbers of one or more papers: `nr. 228`, `nrs. 5, 8 en 9`, `nrs. 3 t/m 7`, `letter M`.
namespace kamerzoek::spelling {

struct WrittenNumber {
  WrittenOndernummer number;
  std::size_t begin;
  std::size_t end;
};

/// `nr.`, `stuk nr.`, `letter`, `nrs.`: whether more than one number may follow is in the result.
enum class Announced { one, several };
std::optional<Announced> read_numbers_announced(Cursor& at);

/// One number or a list of them, in the order of the text. Of a range, the numbers between its ends
/// have the whole range as their place; a range that runs back, or over more than a hundred, is
/// its ends alone. Empty, and `at` where it was, where no number stands.
std::vector<WrittenNumber> read_numbers(Cursor& at, Announced announced);

}  // namespace kamerzoek::spelling
