#include "search/dossier_order.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace kamerzoek {
namespace {

// A number out of all proportion is a slip of the source, not a gap of a million.
constexpr unsigned widest_gap = 10'000;

/// The number a volgnummer begins with ("17-b1" is 17); nothing for "A".
std::optional<unsigned> leading_number(std::string_view text) {
  unsigned number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{}) return std::nullopt;
  return number;
}

using Place =
    std::tuple<bool, unsigned, std::size_t, std::string_view, std::string_view, std::string_view>;

Place place_of(const SearchResult& document) {
  const auto number = leading_number(document.volgnummer);
  return {number.has_value(),  number.value_or(0), document.volgnummer.size(),
          document.volgnummer, document.datum,     document.id};
}

unsigned roman_value(std::string_view numeral) {
  unsigned value = 0;
  unsigned last = 0;
  for (const char c : numeral) {
    const unsigned digit = c == 'X' ? 10 : c == 'V' ? 5 : 1;
    value += digit;
    if (last < digit) value -= 2 * last;
    last = digit;
  }
  return value;
}

/// Digits, chapters, the rest; a chapter's value; the whole.
std::tuple<int, unsigned, std::string_view> place_of(const DossierNumber& number) {
  const std::string_view part = number.toevoeging;
  if (leading_number(part)) return {0, 0, part};
  // A letter may follow (IIA); C, D, L and M are funds of their own, and no numerals.
  const std::string_view numeral = part.substr(0, part.find_first_not_of("IVX"));
  if (!numeral.empty() && part.size() <= numeral.size() + 1) {
    return {1, roman_value(numeral), part};
  }
  return {2, 0, part};
}

}  // namespace

std::vector<SearchResult> in_dossier_order(std::vector<SearchResult> documents) {
  std::vector<std::pair<Place, SearchResult*>> places;
  places.reserve(documents.size());
  for (SearchResult& document : documents) places.emplace_back(place_of(document), &document);
  std::ranges::sort(places);
  std::vector<SearchResult> out;
  out.reserve(documents.size());
  for (const auto& [place, document] : places) out.push_back(std::move(*document));
  return out;
}

std::vector<Gap> gaps_between(const std::vector<SearchResult>& in_order) {
  std::vector<Gap> gaps;
  unsigned expected = 1;
  for (std::size_t at = 0; at < in_order.size(); ++at) {
    const auto number = leading_number(in_order[at].volgnummer);
    // Several papers share a number, and some dossiers begin with number 0.
    if (!number || *number < expected) continue;
    if (*number - expected > widest_gap) break;
    if (*number > expected) gaps.push_back({expected, *number - 1, at});
    expected = *number + 1;
  }
  return gaps;
}

bool comes_before(const DossierNumber& one, const DossierNumber& other) {
  return place_of(one) < place_of(other);
}

}  // namespace kamerzoek
