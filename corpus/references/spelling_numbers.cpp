#include "corpus/references/spelling_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace kamerzoek::spelling {
namespace {

// A debate has some dozens of motions, numbered on; more than this is a slip of the pen.
constexpr int longest_range = 100;

std::optional<WrittenNumber> read_number(Cursor& at) {
  const Token* first = at.peek();
  Cursor next = at;
  // The dossier of the next name is no number in this one: "nrs. 3 en 5, 36 600, nr. 7".
  if (read_dossier_digits(next)) return std::nullopt;
  auto number = read_ondernummer(next = at);
  if (!number) return std::nullopt;
  at = next;
  return WrittenNumber{*std::move(number), first->begin, at.end(), 0, 0};
}

// `t/m`, `tot en met`; a dash only between numbers that are said to be several, as it begins much
// else: "nr. 3 – 5 september".
bool read_through(Cursor& at, Announced announced) {
  Cursor next = at;
  const bool read = next.word({"tot"}) ? next.word({"en"}) && next.word({"met"})
                    : next.word({"t"}) ? next.mark('/') && next.word({"m"})
                                       : announced == Announced::several && next.dash();
  if (read) at = next;
  return read;
}

int value_of(const WrittenNumber& written) {
  const std::string& digits = written.number.spellings.front();
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = read.ptr == digits.data() + digits.size();
  return whole && written.number.achtervoegsel.empty() ? value : 0;
}

void note_range(WrittenNumber& first, const WrittenNumber& last) {
  const int from = value_of(first);
  const int through = value_of(last);
  if (from == 0 || through <= from || through - from > longest_range) return;
  first.through = through;
  first.range_end = last.end;
}

bool read_separator(Cursor& at) {
  const bool comma = at.mark(',');
  return at.word({"en", "of", "resp"}) || comma;
}

}  // namespace

std::optional<Announced> read_numbers_announced(Cursor& at) {
  Cursor next = at;
  const bool papers = next.word({"stuk", "stukken"});
  std::optional<Announced> announced;
  if (read_nrs(next) || next.word({"letters"})) {
    announced = Announced::several;
  } else if (read_nr(next) || (!papers && next.word({"letter"}))) {
    announced = Announced::one;
  }
  if (announced) at = next;
  return announced;
}

std::vector<WrittenNumber> read_numbers(Cursor& at, Announced announced) {
  std::vector<WrittenNumber> numbers;
  Cursor next = at;
  while (auto number = read_number(next)) {
    at = next;
    numbers.push_back(*std::move(number));
    if (read_through(next, announced)) {
      if (auto last = read_number(next)) {
        note_range(numbers.back(), *last);
        numbers.push_back(*std::move(last));
        at = next;
      }
    }
    next = at;
    // "nr. 3 en 5 leden" has one number; "nr. 3 en nr. 5" two.
    if (!read_separator(next) || (!read_nr(next) && announced == Announced::one)) break;
  }
  return numbers;
}

}  // namespace kamerzoek::spelling
