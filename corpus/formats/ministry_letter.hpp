#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kamerzoek {

/// The head of a letter as a ministry sends it to the Tweede Kamer, before it is printed under a
/// number: "Datum 12 juni 2025", "Betreft Uitkomsten …", "Ons kenmerk 2025-0000123456".
struct MinistryLetter {
  std::string datum;    ///< ISO 8601
  std::string betreft;  ///< the subject; may be empty
  std::string kenmerk;  ///< of the sender; may be empty
};

/// Reads the head of a letter at the beginning of a text, of which `lines` are the first (40 are
/// enough), white space collapsed. Only of a letter to the Kamer or its Voorzitter, and only where
/// a date is given; what a label is for stands behind it or on the next line.
std::optional<MinistryLetter> read_ministry_letter(const std::vector<std::string>& lines);

}  // namespace kamerzoek
