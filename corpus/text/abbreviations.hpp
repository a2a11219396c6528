#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// An abbreviation and what it stands for, as a text writes them.
struct Abbreviation {
  std::string short_form;  ///< without the 's of a plural and dots at its end: "NPRD"
  std::string long_form;   ///< its words with one space between

  bool operator==(const Abbreviation&) const = default;
};

/// The abbreviations a text defines, in the order of their definitions, as often as it does so:
///
///     Autoriteit Consument en Markt (ACM)             also (hierna: ACM), ("ACM"), (ook wel ACM)
///     ACM (Autoriteit Consument en Markt)
///     Autoriteit Consument en Markt, hierna te noemen: ACM
///
/// and only where the letters prove it (abbreviation_match.hpp): most of what stands in parentheses
/// is no abbreviation. Years at the end are dropped from both ("Wegenverkeerswet 1994 (WVW 1994)").
///
/// Takes UTF-8; a definition with broken bytes in it is none. Takes time in proportion to the
/// length of the text, whatever it holds. Any thread may call it.
std::vector<Abbreviation> abbreviations_in(std::string_view text);

/// The abbreviations a document defines in its titel, onderwerp, tekst and notes, in this order.
std::vector<Abbreviation> abbreviations_in(const Fields& fields);

/// Both forms as they are compared: folded, white space one space. Any thread may call it.
Abbreviation folded(const Abbreviation& abbreviation);

/// Whether a folded short form is a common Dutch word as well, as "om" is beside "OM". Such a word
/// in a query stands for a long form only where it is written in capitals. Any thread may call it.
bool is_common_word(std::string_view folded);

}  // namespace kamerzoek
