#include "corpus/formats/note_marks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/formats/dutch_date.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t most_digits = 4;
constexpr std::size_t year_digits = 4;
constexpr std::size_t no_place = std::string::npos;

struct Candidate {
  std::size_t at;
  std::size_t digits;
  std::size_t number;
  std::size_t before;  // the candidate before it in the best series that ends here
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_ascii_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

// é, ë, ö and their like, up to U+024F; a currency or any other sign is no letter.
bool ends_in_accented_letter(std::string_view text) {
  if (text.size() < 2) return false;
  const auto lead = static_cast<unsigned char>(text[text.size() - 2]);
  const auto trail = static_cast<unsigned char>(text.back());
  return lead >= 0xC3 && lead <= 0xC9 && trail >= 0x80 && trail <= 0xBF;
}

std::size_t length_of_last_word(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_ascii_letter(text[text.size() - 1 - length])) ++length;
  return length;
}

// CO2, F4, B1: one or two capitals, or a unit, and the digits belong to them.
bool is_formula(std::string_view word) {
  constexpr std::array<std::string_view, 5> units = {"m", "cm", "dm", "km", "mm"};
  if (std::ranges::find(units, word) != units.end()) return true;
  return word.size() <= 2 && std::ranges::all_of(word, is_upper);
}

bool can_precede(std::string_view text) {
  if (text.empty()) return false;
  if (const std::size_t length = length_of_last_word(text)) {
    const std::string_view word = text.substr(text.size() - length);
    return ends_in_accented_letter(text.substr(0, text.size() - length)) || !is_formula(word);
  }
  for (const std::string_view quote : {"’", "”", "»"}) {
    if (text.ends_with(quote)) return true;
  }
  if (ends_in_accented_letter(text)) return true;
  if (std::string_view(".,;:!?)]'\"").find(text.back()) == std::string_view::npos) return false;
  // "2.1" and "1,5" are numbers.
  return text.size() > 1 && !is_digit(text[text.size() - 2]) && text[text.size() - 2] != ' ' &&
         text[text.size() - 2] != '\n';
}

bool can_follow(std::string_view text) {
  if (text.empty()) return true;
  if (is_ascii_letter(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80) {
    return text.starts_with("’") || text.starts_with("”") || text.starts_with("»") ||
           text.starts_with("–");
  }
  if (std::string_view("-%/").find(text.front()) != std::string_view::npos) return false;
  const bool separator = text.front() == '.' || text.front() == ',' || text.front() == ':';
  return !(separator && text.size() > 1 && is_digit(text[1]));
}

// "24 november 20232": note 2 behind a year.
bool is_year_of_date(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "19" && text.substr(at, 2) != "20") return false;
  if (at == 0 || text[at - 1] != ' ') return false;
  const std::string_view before = text.substr(0, at - 1);
  return !dutch_month(before.substr(before.size() - length_of_last_word(before))).empty();
}

std::size_t value_of(std::string_view digits) {
  std::size_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::size_t>(digit - '0');
  return value;
}

std::vector<Candidate> candidates_in(std::string_view text, std::size_t count) {
  std::vector<Candidate> found;
  std::size_t at = 0;
  while ((at = text.find_first_of("0123456789", at)) != no_place) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    std::size_t begin = at;
    at = end;
    const bool year = end - begin > year_digits && is_year_of_date(text, begin);
    if (year) begin += year_digits;
    if (end - begin > most_digits || text[begin] == '0') continue;
    if (!year && !can_precede(text.substr(0, begin))) continue;
    if (!can_follow(text.substr(end))) continue;
    const std::size_t number = value_of(text.substr(begin, end - begin));
    if (number <= count) found.push_back({begin, end - begin, number, no_place});
  }
  return found;
}

// The longest series with rising numbers (patience sorting), as indices into the candidates.
std::vector<std::size_t> longest_series(std::vector<Candidate>& candidates) {
  std::vector<std::size_t> ends;  // of the series of each length, the one with the lowest number
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto place = std::ranges::lower_bound(
        ends, candidates[i].number, {}, [&](std::size_t end) { return candidates[end].number; });
    if (place != ends.begin()) candidates[i].before = *std::prev(place);
    if (place == ends.end()) {
      ends.push_back(i);
    } else if (candidates[*place].number != candidates[i].number) {
      *place = i;
    }
  }
  std::vector<std::size_t> series;
  for (std::size_t i = ends.empty() ? no_place : ends.back(); i != no_place;
       i = candidates[i].before) {
    series.push_back(i);
  }
  std::ranges::reverse(series);
  return series;
}

}  // namespace

std::vector<std::optional<std::size_t>> take_out_note_marks(std::string& text, std::size_t count) {
  std::vector<std::optional<std::size_t>> places(count);
  std::vector<Candidate> candidates = candidates_in(text, count);
  std::string without;
  without.reserve(text.size());
  std::size_t copied = 0;
  for (const std::size_t i : longest_series(candidates)) {
    const Candidate& mark = candidates[i];
    without.append(text, copied, mark.at - copied);
    copied = mark.at + mark.digits;
    places[mark.number - 1] = without.size();
  }
  without.append(text, copied);
  text = std::move(without);
  return places;
}

}  // namespace kamerzoek
