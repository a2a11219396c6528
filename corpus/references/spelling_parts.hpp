#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling_tokens.hpp"

/// The parts of which names are made; docs/references.md has the grammar. Each function reads its
/// part at the cursor and moves on, or returns nothing (false) and stays where it was.
namespace kamerzoek::spelling {

/// What the beginning of a name tells of where to look.
struct Preamble {
  std::string kamer;  ///< "tk", "ek" or empty
  std::optional<Vergaderjaar> jaar;
};

/// The number in a dossier: `spellings` holds the number, and once more with its letters in the
/// other case where both occur (14H, 145f).
struct WrittenOndernummer {
  std::vector<std::string> spellings;
  std::string achtervoegsel;
};

/// `2024-2025`, `2024/25`.
std::optional<Vergaderjaar> read_jaar(Cursor& at);
/// `Tweede Kamer`, `EK`, `II`, `I`.
bool read_kamer(Cursor& at, Preamble& preamble);
/// `II 2024/25,`, `, vergaderjaar 2024-2025,`: any of it, in this order; never fails.
void read_kamer_and_jaar(Cursor& at, Preamble& preamble);
/// `nr.`, `no`, `nummer`, `#`.
bool read_nr(Cursor& at);
/// `nrs.`, `nummers`.
bool read_nrs(Cursor& at);
/// `, p. 4`, `, blz. 12-13`.
bool read_pages(Cursor& at);
/// `-b1`.
std::string read_suffix(Cursor& at);

/// `34682`, `34 682`, `34.682`.
std::optional<DossierNumber> read_dossier_digits(Cursor& at);
/// With its addition: `36 600 XXII`, `36600-XXII`, `36 410A`, `21501-02`, `33 183
/// (R1975)`.
std::optional<DossierNumber> read_dossier_with_addition(Cursor& at);
/// With its addition or without, whichever it has.
std::optional<DossierNumber> read_dossier(Cursor& at);
/// `228`, `T`, `17-b1`, `14H`, `A2E`.
std::optional<WrittenOndernummer> read_ondernummer(Cursor& at);

/// Whether this number is the addition of that dossier rather than an ondernummer in it.
bool is_numeric_addition(const std::string& dossier, std::string_view number);

}  // namespace kamerzoek::spelling
