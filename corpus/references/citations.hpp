#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/references/reference.hpp"

/// All that a document cites: what its source marked as a citation, and what its words name.
namespace kamerzoek {

struct Citation {
  enum class Place { onderwerp, tekst, noot };
  enum class Basis { marked, found };

  /// Its bytes are those of the text it stands in.
  Reference reference;
  Place place = Place::tekst;
  std::size_t noot = 0;  ///< which of `Fields::noten`, for a citation in one
  Basis basis = Basis::found;
};

/// The citations of a document, in the order onderwerp, text, notes, and as they stand in each. A
/// marked one takes the place of what was found there. Papers cited twice occur twice. Any fields;
/// linear time; any thread.
std::vector<Citation> citations_in(const Fields& fields);

/// Whether a citation that its source marked names a whole dossier, and no paper.
bool names_dossier(const Citation& citation);

/// The sentence a citation stands in, some 500 bytes of it at most: whole words, with an ellipsis
/// where it goes on. Of one in a
/// note: the sentence that bears the note's mark, empty where the place of the mark is not known.
std::string sentence_of(const Fields& fields, const Citation& citation);

}  // namespace kamerzoek
