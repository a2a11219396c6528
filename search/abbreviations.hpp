#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "search/searcher.hpp"

/// What the documents of an index define abbreviations to be (corpus/text/abbreviations.hpp). It is
/// read from terms (docs/index-format.md), so it is always that of the commit that is read. All of
/// these throw what Xapian throws (Database::read). Forms are folded, as `folded` does.
namespace kamerzoek {

/// One form of an abbreviation, asked for by the other.
struct Expansion {
  std::string form;
  std::size_t documents;  ///< that define it so
};

/// What a short form stands for, what most documents say first, then alphabetically: at most five,
/// and none that fewer than a fifth as many documents say as the first. A common word
/// (is_common_word) may be a short form too; whoever asks has to know which is meant.
std::vector<Expansion> long_forms(const Xapian::Database& database, std::string_view short_form);

/// The abbreviations of a long form, in the same order and number.
std::vector<Expansion> short_forms(const Xapian::Database& database, std::string_view long_form);

/// All that is defined, most frequent first, then by short and by long form.
std::vector<LearnedAbbreviation> learned_abbreviations(const Xapian::Database& database);

}  // namespace kamerzoek
