#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// The one form that all spellings of a word share.
struct NormalForm {
  /// Folded (fold.hpp), without hyphens, line ends, the dots of abbreviations, the spaces and dots
  /// between the groups of a number and an apostrophe in front: planmerproces, mbt, 34682,
  /// shertogenbosch. The comma of a decimal stays (1234567,89), as do the dots of other numbers
  /// (12.06.2025) and the apostrophe of regio's. Where a digit would meet a digit the hyphen stays
  /// (2024-2025), so that a range and a number cannot be mistaken.
  std::string exact;
  /// What stands between hyphens and line ends, each in this form; empty for a word without them.
  std::vector<std::string> words;
};

/// The form of one word as Tokenizer gives it, in UTF-8. Other text gives some form, which may be
/// empty. UTF-8 out; broken bytes become U+FFFD. Any thread may call it.
NormalForm normal_form(std::string_view word);

}  // namespace kamerzoek
