#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "search/result_page.hpp"

namespace kamerzoek {

/// What ties between papers add to the likeness of their words, each as a share of what a paper
/// with all characteristic words has.
struct TieBonus {
  double dossier = 0.1;   ///< a dossier in common
  double zaak = 0.1;      ///< a zaak in common
  double citation = 0.1;  ///< a paper that both cite, for all of them together at most
};

/// The documents like this one, likest first. Its characteristic words are the forty lemmas that it
/// has often for how few documents have them, none of which a tenth has; a lemma in the subject or
/// title is there several times (schema.hpp). Takes in proportion to how common those words are: a
/// few milliseconds.
/// Throws what Xapian throws.
std::vector<SearchResult> similar_documents(const Xapian::Database& database, Xapian::docid docid,
                                            std::size_t limit, const TieBonus& bonus = {});

}  // namespace kamerzoek
