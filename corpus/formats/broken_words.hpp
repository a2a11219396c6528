#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace kamerzoek {

/// Whether the hyphen at the end of a line belongs to the word ("NOVEX-" and "gebied") or only
/// breaks it ("woning-" and "bouw"). Typesetting does not tell; how the document writes the word
/// elsewhere does, and else the letters.
class BrokenWords {
 public:
  /// A word that is not at the end of a line.
  void learn(std::string_view word);

  /// `front` ends in a hyphen; `rest` begins the next line. A soft hyphen always breaks.
  std::string joined(std::string_view front, std::string_view rest) const;

 private:
  std::unordered_set<std::string> words_;
};

/// Whether a word at the end of a line goes on in the next one.
bool ends_in_hyphen(std::string_view word);

}  // namespace kamerzoek
