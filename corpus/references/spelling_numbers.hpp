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
  /// Where a range begins, its last number (which follows as the next of the list) and the byte
  /// behind that; else 0.
  int through = 0;
  std::size_t range_end = 0;
};

/// `nr.`, `stuk nr.`, `letter`, `nrs.`: whether more than one number may follow is in the result.
enum class Announced { one, several };
std::optional<Announced> read_numbers_announced(Cursor& at);

/// One number or a list of them, in the order of the text; of a range its ends. One that runs back,
/// or over more than a hundred, is no range. Empty, and `at` where it was, where no number stands.
std::vector<WrittenNumber> read_numbers(Cursor& at, Announced announced);

}  // namespace kamerzoek::spelling
