#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/identifiers.hpp"

/// References to other papers in running text.
namespace kamerzoek {

/// What the words around a reference say the citing paper does with the cited one.
enum class Relation {
  cites,     ///< no more than that
  replaces,  ///< "ter vervanging van", "t.v.v."
  executes,  ///< a motion: "ter uitvoering van de motie"
  fulfils,   ///< a promise (toezegging) made there
  answers,   ///< questions asked there
};

/// "verwijst", "vervangt", "voert-uit", "vervult-toezegging", "beantwoordt": as JSON and the index
/// spell them.
std::string_view name_of(Relation relation);
std::optional<Relation> relation_named(std::string_view name);

/// A place in a text that names another paper.
struct Reference {
  /// Bytes of the text. Of a kamerstuk from the dossier to the number (`34 682, nr. 228`), as
  /// official publications mark it; of `nrs. 3 en 5` the second is `5` alone, and
  /// of `nrs. 3 t/m 7` those between have `3 t/m 7`.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// kst-34682-228, ah-tk-20242025-1234, h-tk-20172018-70-5, blg-1190000, 2025D27614, 2025Z12077,
  /// stb-2024-123, stcrt-2024-4567, trb-2024-12, ECLI:NL:HR:2019:2006, CELEX:32016R0679.
  std::string id;
  /// Further identifiers the paper may be known under, the likelier first (see keys_named).
  std::vector<std::string> others;
  Relation relation = Relation::cites;

  bool operator==(const Reference&) const = default;
};

/// The references in a text, in order of where they begin; two overlap only where one text names
/// several papers (`nrs. 3 t/m 7`). The grammar is written out in docs/references.md.
///
/// `own` is the dossier of the paper the text is from, to which `die gedrukt onder nr. 23` belongs;
/// without it such numbers belong to the dossier that the text named last, or are left out.
/// Any input; never fails; time is linear in its length. UTF-8. Any thread.
std::vector<Reference> references_in(std::string_view text,
                                     const std::optional<DossierNumber>& own = std::nullopt);

/// What the words of the sentence before `place` (a byte of the text, or its end) say of a paper
/// named there: for one that a note names at its mark. Looks back a few hundred bytes.
Relation relation_at(std::string_view text, std::size_t place);

}  // namespace kamerzoek
