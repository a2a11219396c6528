#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/model/identifiers.hpp"
#include "search/result_page.hpp"

/// A kamerstukdossier as the index holds it, as plain values.
namespace kamerzoek {

/// Volgnummers below the highest, one after the other, that no held document has.
struct Gap {
  unsigned first;
  unsigned last;
  std::size_t before;  ///< the index in DossierPage::documenten of the document behind it

  bool operator==(const Gap&) const = default;
};

/// 36600-XXII under 36600.
struct Onderdossier {
  DossierNumber nummer;
  std::string titel;
  std::size_t documenten = 0;
};

struct CitedDocument {
  SearchResult document;
  std::size_t cited_by = 0;  ///< how many held documents cite it
};

struct DossierPage {
  DossierNumber nummer;
  std::string titel;
  std::string van;  ///< the first date of its documents, ISO 8601; empty where none is known
  std::string tot;  ///< the last one
  std::vector<SearchResult> documenten;        ///< by volgnummer; without score and snippet
  std::vector<Gap> ontbrekend;                 ///< in order
  std::vector<CitedDocument> meestAangehaald;  ///< most cited first; a handful
  std::vector<Onderdossier> onderdossiers;     ///< chapters in their order, then funds
};

}  // namespace kamerzoek
