#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// What may be an abbreviation, by its shape alone.
struct ShortForm {
  std::string written;  ///< without the 's of a plural and dots at its end
  std::string letters;  ///< its letters, digits and & in lower case: what the long form must show
  std::string cased;    ///< the same as written
  bool all_lower = false;
  bool all_upper = false;

  /// A token of a text with the quotes around it; nothing when it has not the shape of an
  /// abbreviation, or is a roman numeral or a common word.
  static std::optional<ShortForm> from(std::string_view token);
};

/// A word of what may be a long form.
struct LongWord {
  std::string_view text;  ///< as it stands in the input, without the signs around it
  std::string folded;

  static LongWord from(std::string_view token);
  bool is_function_word() const;  ///< may be skipped: "van", "de", "en"
  bool is_year() const;           ///< or another number of four digits
};

/// Where a long form stands among words.
struct LongForm {
  std::size_t first;  ///< its first word
  std::size_t end;    ///< behind its last; before a year that ends it
};

/// The part of `words` that `abbreviation` abbreviates and that ends where they end, but for a
/// year.
///
/// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
/// biomedical text" (Pacific Symposium on Biocomputing 2003), made stricter, because a wrong pair
/// harms every search, and with an eye for Dutch compounds. Every letter stands for the beginning
/// of a word or of a part of a compound, or follows the letter before it (the "o" of "WoKT"); the
/// first one for the beginning of the first word; and every word has a letter, but for function
/// words and at most one more. Of several such parts the one with the fewest liberties is taken,
/// and of equal ones the shortest. Parts of compounds are guessed from the sounds a Dutch syllable
/// can begin with, since there is no word list.
///
/// Takes time in proportion to the length of `words`, of which it considers the last
/// `most_words(abbreviation)`. Any thread may call it.
std::optional<LongForm> long_form_of(const ShortForm& abbreviation,
                                     const std::vector<LongWord>& words);

/// As many words as a long form can have: min(n + 5, 2n) for n letters, and a year.
std::size_t most_words(const ShortForm& abbreviation);

}  // namespace kamerzoek
