#include "corpus/text/abbreviation_match.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace kamerzoek {
namespace {

// A longer word is a table rule or an encoded file.
constexpr std::size_t longest_word = 64;
// The shortest part of a compound, and the shortest that begins with a vowel: any vowel behind a
// consonant looks like the beginning of one.
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_vowel_part = 5;

// Two consonants a Dutch syllable can begin with.
constexpr std::string_view onsets =
    " bl br ch cl cr dr dw fl fr gl gr kl kn kr kw pl pr ps sc sf sj sk sl sm sn sp st sw th tj tr "
    "tw vl vr wr zw ";

/// How freely letters and words were brought together. Few liberties are better.
struct Fit {
  int cost = std::numeric_limits<int>::max() / 4;
  int parts = 0;    ///< letters that begin a guessed part of a compound
  int runs = 0;     ///< letters that follow the one before
  int skipped = 0;  ///< words without a letter that are no function words

  bool possible() const { return cost < std::numeric_limits<int>::max() / 4; }
  bool operator<(const Fit& other) const { return cost < other.cost; }
  Fit operator+(const Fit& other) const {
    if (!possible() || !other.possible()) return {};
    return {cost + other.cost, parts + other.parts, runs + other.runs, skipped + other.skipped};
  }
};

constexpr Fit free_fit{0, 0, 0, 0};
constexpr Fit part_fit{2, 1, 0, 0};
constexpr Fit run_fit{3, 0, 1, 0};
constexpr Fit skip_fit{5, 0, 0, 1};
// More than a skipped word: "Wet werk en inkomen" is taken whole for a "W"; but with an article in
// front less than one, so that "De dienst Terugkeer" is not.
constexpr Fit small_first_fit{6, 0, 0, 0};
constexpr Fit function_first_fit{2, 0, 0, 0};

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(std::string_view text) {
  // Beyond ASCII the first byte does not tell; such words are rare, and count as capital.
  return !text.empty() && !is_letter(text.front());
}

/// Whether a part of a compound can begin at `at`, by the sound of what follows.
bool can_begin_part(std::string_view word, std::size_t at) {
  const std::string_view part = word.substr(at);
  if (part.size() < shortest_part || !std::ranges::all_of(part.substr(0, 3), is_letter)) {
    return false;
  }
  if (is_vowel(part[0])) return part.size() >= shortest_vowel_part && !is_vowel(word[at - 1]);
  if (is_vowel(part[1])) return true;
  const std::array<char, 4> onset{' ', part[0], part[1], ' '};
  return onsets.find(std::string_view(onset.data(), onset.size())) != onsets.npos &&
         std::ranges::any_of(part.substr(2), is_vowel);
}

/// The best fits with `letter` at each place of the word, from those with the one before it (`at`).
std::vector<Fit> placed(char letter, bool may_run, std::string_view word,
                        const std::vector<Fit>& at) {
  std::vector<Fit> next(word.size());
  Fit before_sign;  // the best with its letter in front of p - 1
  Fit before_part;  // the best with its letter far enough in front, and a vowel between
  std::size_t counted = 0;
  std::size_t past_vowel = 0;
  for (std::size_t p = 1; p < word.size(); ++p) {
    if (p > 1) before_sign = std::min(before_sign, at[p - 2]);
    if (is_vowel(word[p - 1])) past_vowel = p;
    while (counted < past_vowel && counted + shortest_part <= p) {
      before_part = std::min(before_part, at[counted++]);
    }
    if (word[p] != letter) continue;
    if (word[p - 1] == '-' || word[p - 1] == '/') {
      next[p] = before_sign;
      continue;
    }
    if (can_begin_part(word, p)) next[p] = before_part + part_fit;
    if (may_run) next[p] = std::min(next[p], at[p - 1] + run_fit);
  }
  return next;
}

/// How the letters from `from` on lie in one word: by their number, the best fit.
std::vector<Fit> fits_in_word(const ShortForm& form, std::size_t from, std::string_view word) {
  const std::size_t left = form.letters.size() - from;
  std::vector<Fit> fits(left + 1);
  if (word == "en" && form.letters[from] == '&') fits[1] = free_fit;
  if (word.empty() || word.size() > longest_word || word[0] != form.letters[from]) return fits;
  std::vector<Fit> at(word.size());  // the best with the last letter at this place
  at[0] = fits[1] = free_fit;
  for (std::size_t count = 2; count <= left; ++count) {
    const std::size_t letter = from + count - 1;
    const bool small_of_mixed = !form.all_lower && form.cased[letter] == form.letters[letter];
    const bool may_run = form.all_upper ? form.letters.size() > 3 : small_of_mixed;
    at = placed(form.letters[letter], may_run, word, at);
    fits[count] = *std::min_element(at.begin(), at.end());
    if (!fits[count].possible()) break;
  }
  return fits;
}

/// The liberties that may be taken with a word that has no letter.
Fit skipping(const LongWord& word, const ShortForm& form) {
  if (word.is_function_word() || word.is_year()) return free_fit;
  return form.letters.size() > (is_capital(word.text) ? 3 : 2) ? skip_fit : Fit{};
}

/// The best fit in which this word has at least one of the letters from `letter` on; `behind` has
/// the best fits with the words behind it.
Fit with_letters(const LongWord& word, const ShortForm& form, std::size_t letter,
                 const std::vector<Fit>& behind) {
  const std::vector<Fit> fits = fits_in_word(form, letter, word.folded);
  Fit best;
  for (std::size_t count = 1; count < fits.size(); ++count) {
    best = std::min(best, fits[count] + behind[letter + count]);
  }
  return best;
}

/// The best fit of a long form that begins with this word.
Fit beginning(const LongWord& word, const ShortForm& form, const std::vector<Fit>& behind) {
  const bool small = !is_capital(word.text);
  // "De Nederlandsche Bank" begins with its article, but needs it.
  if (word.is_function_word() && (small || form.letters.size() < 3)) return {};
  Fit fit = with_letters(word, form, 0, behind);
  if (small && form.cased[0] != form.letters[0]) fit = fit + small_first_fit;
  return word.is_function_word() ? fit + function_first_fit : fit;
}

/// Whether the liberties together are few enough.
bool acceptable(const Fit& fit, const ShortForm& form, const std::vector<LongWord>& words,
                const LongForm& found) {
  const int letters = static_cast<int>(form.letters.size());
  if (!fit.possible() || fit.skipped > 1) return false;
  if (fit.skipped == 1 && fit.parts + fit.runs > 0) return false;
  if (form.all_upper && fit.runs * 2 > letters) return false;
  std::size_t bytes = 0;
  for (std::size_t w = found.first; w < found.end; ++w) {
    // "Verklaring van geschiktheid (Verklaring)"
    if (words[w].folded == form.letters) return false;
    bytes += words[w].folded.size();
  }
  if (bytes < form.letters.size() * 2 || bytes < form.letters.size() + 4) return false;
  if (found.end - found.first > 1) return true;
  // Two small letters are too little to tell the parts of a compound by: "pe", "ps".
  if (form.all_lower && letters == 2 && fit.parts > 0) return false;
  // A single word: a compound, of parts that are no syllables, or with a hyphen; no word cut off.
  return fit.runs * 2 < letters && fit.runs < letters - 1 && bytes >= form.letters.size() * 4;
}

}  // namespace

std::size_t most_words(const ShortForm& abbreviation) {
  const std::size_t letters = abbreviation.letters.size();
  return std::min(letters + 5, 2 * letters) + 1;
}

std::optional<LongForm> long_form_of(const ShortForm& form, const std::vector<LongWord>& words) {
  const std::size_t letters = form.letters.size();
  std::size_t end = words.size();
  if (end > 1 && words[end - 1].is_year()) --end;
  const std::size_t nearest = end - std::min(end, most_words(form) - 1);

  // From the back: the best fit of the letters from each on with the words behind.
  std::vector<Fit> behind(letters + 1);
  behind[letters] = free_fit;
  Fit best;
  LongForm found{end, end};
  for (std::size_t w = end; w-- > nearest;) {
    const Fit begun = beginning(words[w], form, behind);
    if (begun < best && acceptable(begun, form, words, {w, end})) {
      best = begun;
      found = {w, end};
    }
    std::vector<Fit> here(letters + 1);
    for (std::size_t letter = 0; letter < letters; ++letter) {
      here[letter] = std::min(behind[letter] + skipping(words[w], form),
                              with_letters(words[w], form, letter, behind));
    }
    behind = std::move(here);
  }
  return best.possible() ? std::optional(found) : std::nullopt;
}

}  // namespace kamerzoek
