#include "corpus/model/identifiers.hpp"

#include <charconv>

#include "corpus/model/runs.hpp"

namespace kamerzoek {
namespace {

// Every dossier number seen has five digits; six leaves room to grow and still keeps the serial
// numbers of publications (seven) out.
constexpr std::size_t most_dossier_digits = 6;

// The States General of the present kingdom first met in 1814; the other end only keeps nonsense
// out.
constexpr int first_year = 1814;
constexpr int last_year = 2199;

// Digits only in pairs (the councils of 21501-02): a longer number after a dossier number is an
// ondernummer, and 34682-228 must not pass for a dossier.
bool is_toevoeging(std::string_view text) {
  Runs runs(text);
  if (const auto digits = runs.digits(2); digits != 0) return digits == 2 && runs.at_end();
  if (runs.upper(8) == 0) return false;
  runs.digits(5);
  return runs.at_end();
}

bool is_dossier_digits(std::string_view text) {
  Runs runs(text);
  return runs.digits(most_dossier_digits) != 0 && runs.at_end();
}

// Only for text known to be digits, few enough to fit.
int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<std::string_view> without_separator(std::string_view text) {
  for (const std::string_view separator : {"-", "/", "–"}) {
    if (text.substr(0, separator.size()) == separator) return text.substr(separator.size());
  }
  return std::nullopt;
}

// 2025D27614, 2025Z12077: the year, a letter for the kind and a number that starts anew each year.
bool is_yearly_number(std::string_view text, std::string_view kind) {
  Runs runs(text);
  if (runs.digits(4) != 4 || !runs.one_of(kind)) return false;
  const auto digits = runs.digits(6);
  if (digits < 5 || !runs.at_end()) return false;
  const int year = number(text.substr(0, 4));
  return year >= first_year && year <= last_year;
}

}  // namespace

std::optional<DossierNumber> DossierNumber::parse(std::string_view text) {
  const auto dash = text.find('-');
  const std::string_view nummer = text.substr(0, dash);
  if (!is_dossier_digits(nummer)) return std::nullopt;
  if (dash == std::string_view::npos) return DossierNumber{std::string(nummer), {}};
  const std::string_view toevoeging = text.substr(dash + 1);
  if (!is_toevoeging(toevoeging)) return std::nullopt;
  return DossierNumber{std::string(nummer), std::string(toevoeging)};
}

std::string DossierNumber::text() const {
  return toevoeging.empty() ? nummer : nummer + "-" + toevoeging;
}

std::optional<Vergaderjaar> Vergaderjaar::parse(std::string_view text) {
  if (Runs(text).digits(4) != 4) return std::nullopt;
  const int begin = number(text.substr(0, 4));
  if (begin < first_year || begin > last_year) return std::nullopt;
  std::string_view end = text.substr(4);
  const auto after = without_separator(end);
  if (after) end = *after;
  Runs runs(end);
  const auto digits = runs.digits(4);
  if (!runs.at_end()) return std::nullopt;
  const bool whole = digits == 4 && number(end) == begin + 1;
  const bool shortened = digits == 2 && after && number(end) == (begin + 1) % 100;
  if (!whole && !shortened) return std::nullopt;
  return Vergaderjaar{begin};
}

std::string Vergaderjaar::text() const {
  return std::to_string(begin) + "-" + std::to_string(begin + 1);
}

std::string Vergaderjaar::compact() const {
  return std::to_string(begin) + std::to_string(begin + 1);
}

std::optional<DocumentNumber> DocumentNumber::parse(std::string_view text) {
  if (!is_yearly_number(text, "D")) return std::nullopt;
  return DocumentNumber{std::string(text)};
}

std::optional<ZaakNumber> ZaakNumber::parse(std::string_view text) {
  if (!is_yearly_number(text, "Z")) return std::nullopt;
  return ZaakNumber{std::string(text)};
}

}  // namespace kamerzoek
