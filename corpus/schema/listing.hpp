#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/model/record.hpp"

namespace kamerzoek::schema {

/// What a list shows of a document, kept as one value of the index (`Slot::listing`): a dossier of
/// thousands of documents is listed without reading thousands of texts. All UTF-8, as in Fields.
struct Listing {
  std::string documentNummer;
  std::string soort;
  std::string titel;
  std::string onderwerp;
  std::string datum;
  std::string dossier;       ///< the document's own: 36600-XXII; empty for none
  std::string dossierTitel;  ///< of that dossier
  std::string volgnummer;

  bool operator==(const Listing&) const = default;
};

Listing listing_of(const Fields& fields);

/// As the index keeps it: the fields in the order above, a list_separator between them. Control
/// characters that mean something here become spaces.
std::string pack(const Listing& listing);

/// Reads what `pack` writes; nothing for anything else.
std::optional<Listing> unpack(std::string_view packed);

}  // namespace kamerzoek::schema
