#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling_numbers.hpp"
#include "corpus/references/spelling_tokens.hpp"

/// Whole names of papers; docs/references.md has the grammar. Each function reads its kind of name
/// at the cursor and moves on, or returns nothing and stays where it was. Pages are not read.
namespace kamerzoek::spelling {

/// One paper of a name: its identifiers, the likeliest first, and its place in the text.
struct Paper {
  std::vector<std::string> keys;
  std::size_t begin;
  std::size_t end;
  /// Where it begins a range: the numbers after its own, up to this one, are named as well, from
  /// `range_begin` to `range_end`. 0 for none.
  int through = 0;
  std::size_t range_begin = 0;
  std::size_t range_end = 0;
};

/// Those of one name, in the order of the text, and the dossier they are in.
struct Named {
  std::vector<Paper> papers;
  std::optional<DossierNumber> dossier;
};

/// What has told that the name of a kamerstuk is to be expected: with less of it, more must be
/// written out between dossier and number.
enum class Expected {
  no,       ///< `34 682, nr. 228`
  perhaps,  ///< also `34682-228`
  yes       ///< also `34 682, 228`
};

/// `Kamerstukken II 2024/25, `, `Tweede Kamer, vergaderjaar 2024-2025, ` where a kamerstuk follows;
/// or what `expected` says of the place. `34 682, nr. 228`, `36 600 VII, nrs. 3 en 5`,
/// `36 045/29 521, nr. 44` (one paper in two dossiers, known under the first).
Named read_kamerstuk(Cursor& at, Expected expected);
/// `206 (28 844)`, `nrs. 54 en 55 (36 600-VI)`.
Named read_kamerstuk_number_first(Cursor& at);
/// `Aanhangsel Handelingen II 2019/20, nr. 12`, `Kamervragen (Aanhangsel) 2024-2025, nr. 1234`.
Named read_aanhangsel(Cursor& at);
/// `Handelingen II 2017/18, nr. 70, item 5`.
Named read_handelingen(Cursor& at);

/// The papers with these numbers in the dossier.
Named in_dossier(const DossierNumber& dossier, const std::vector<WrittenNumber>& numbers);

}  // namespace kamerzoek::spelling
