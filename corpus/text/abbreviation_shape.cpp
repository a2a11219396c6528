#include <algorithm>

#include "corpus/letters/fold.hpp"
#include "corpus/text/abbreviation_match.hpp"
#include "corpus/text/abbreviations.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t longest = 12;
constexpr std::size_t longest_lower = 5;

// Words of four or five letters that stand in parentheses are refused by the match; of two and
// three letters too many would pass. Sorted.
constexpr std::string_view common_words[] = {
    "aan", "al",  "als", "ben", "bij",  "bv",  "dan", "dat", "de",  "den", "der", "dit", "dus",
    "een", "eis", "en",  "er",  "geen", "hen", "het", "hij", "hoe", "ie",  "ik",  "in",  "is",
    "ja",  "je",  "kan", "mag", "man",  "me",  "men", "met", "na",  "nee", "net", "nog", "nr",
    "nu",  "of",  "om",  "op",  "pas",  "per", "s",   "te",  "ten", "ter", "toe", "tot", "uit",
    "van", "via", "vs",  "was", "wat",  "we",  "wel", "ze",  "zie", "zij"};

// Where something was published: "Steenhouwersbesluit (Stb. 1951, 331)". Sorted.
constexpr std::string_view citations[] = {"pb", "pbeg", "pbeu", "stb", "stcrt", "trb"};

// What a long form may have without a letter for it. Sorted.
constexpr std::string_view function_words[] = {
    "&",   "a",   "aan", "alsmede", "an",  "and",    "at",  "betreffende", "bij", "by",   "d",
    "das", "de",  "den", "der",     "des", "die",    "do",  "door",        "du",  "een",  "en",
    "et",  "for", "fur", "het",     "in",  "inzake", "la",  "le",          "les", "met",  "naar",
    "of",  "om",  "on",  "onder",   "op",  "over",   "per", "pour",        "s",   "sur",  "te",
    "ten", "ter", "the", "to",      "tot", "uit",    "und", "van",         "von", "voor", "with"};

static_assert(std::ranges::is_sorted(common_words) && std::ranges::is_sorted(citations) &&
              std::ranges::is_sorted(function_words));

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Signs that stand around a word and are no part of it. Bytes of a sign of more than one byte are
/// compared as a whole.
std::size_t sign_at_front(std::string_view text) {
  if (text.empty()) return 0;
  const std::string_view ascii = "\"'*_`,;:.!?<>[](){}|=";
  if (ascii.find(text.front()) != std::string_view::npos) return 1;
  for (const std::string_view sign : {"“", "”", "„", "‘", "’", "«", "»", "‚", "‹", "›"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

std::size_t sign_at_back(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(3, text.size()); ++length) {
    if (sign_at_front(text.substr(text.size() - length)) == length) return length;
  }
  return 0;
}

std::string_view without_signs(std::string_view token) {
  while (const std::size_t sign = sign_at_front(token)) token.remove_prefix(sign);
  while (const std::size_t sign = sign_at_back(token)) token.remove_suffix(sign);
  return token;
}

/// "lvv's" and "PRTs" as "lvv" and "PRT".
std::string_view singular(std::string_view token) {
  for (const std::string_view plural : {"'s", "’s"}) {
    if (token.ends_with(plural)) return token.substr(0, token.size() - plural.size());
  }
  if (token.size() < 4 || token.back() != 's') return token;
  const std::string_view stem = token.substr(0, token.size() - 1);
  return std::ranges::all_of(stem, is_upper) ? stem : token;
}

/// "VISTA-strategie" has an abbreviation in it and is none.
bool ends_in_word(std::string_view token) {
  const std::size_t hyphen = token.rfind('-');
  if (hyphen == token.npos) return false;
  const std::string_view rest = token.substr(hyphen + 1);
  return rest.size() > 2 && std::ranges::all_of(rest, is_lower);
}

/// Only letters, digits and a few signs between them; a dot only in "RVO.nl".
bool has_only_letters(std::string_view token) {
  std::size_t letters = 0;
  for (const char c : token) {
    if (is_upper(c) || is_lower(c))
      ++letters;
    else if (!is_digit(c) && std::string_view("&-/+.").find(c) == std::string_view::npos)
      return false;
  }
  const std::size_t dot = token.find('.');
  if (dot != token.npos && token.substr(dot) != ".nl") return false;
  return letters * 3 >= token.size() * 2;
}

}  // namespace

bool is_common_word(std::string_view folded) {
  return std::ranges::binary_search(common_words, folded);
}

std::optional<ShortForm> ShortForm::from(std::string_view token) {
  // "max." and "art." end in a dot as no abbreviation in capitals does.
  if (token.ends_with('.') && !is_upper(token.front())) return {};
  token = singular(without_signs(token));
  if (token.size() < shortest || token.size() > longest || !has_only_letters(token)) return {};
  if (!is_upper(token.front()) && !is_lower(token.front())) return {};
  if (ends_in_word(token) || std::string_view("&-/").find(token.back()) != std::string_view::npos) {
    return {};
  }
  if (token.find_first_not_of("IVX") == token.npos) return {};
  ShortForm form;
  form.written = token;
  for (const char c : token) {
    if (is_upper(c) || is_lower(c) || is_digit(c) || c == '&') form.cased += c;
  }
  form.letters = fold(form.cased);
  form.all_lower = std::ranges::none_of(token, is_upper);
  form.all_upper = std::ranges::none_of(token, is_lower);
  if (form.letters.size() < shortest) return {};
  if (form.all_lower && token.size() > longest_lower) return {};
  if (!form.all_upper && is_common_word(form.letters)) return {};
  if (std::ranges::binary_search(citations, std::string_view(form.letters))) return {};
  return form;
}

LongWord LongWord::from(std::string_view token) {
  const std::string_view bare = without_signs(token);
  return {bare, fold(bare)};
}

bool LongWord::is_function_word() const {
  return std::ranges::binary_search(function_words, std::string_view(folded));
}

bool LongWord::is_year() const {
  return folded.size() == 4 && std::ranges::all_of(folded, is_digit);
}

}  // namespace kamerzoek
