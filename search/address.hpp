#pragma once

#include <string>
#include <string_view>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// The one address of a record on the web front end: /kst-34682-228, /document/2025D27614,
/// /zaak/2025Z12077. `id` is that of merge.hpp; what is not plain in an address is percent-encoded.
std::string address_of(Kind kind, std::string_view id);

/// The address of a dossier: /dossier/36600-XXII.
std::string address_of(const DossierNumber& dossier);

/// Where a paper is published by those who made it, by its identifier: officielebekendmakingen.nl,
/// the Tweede Kamer, rechtspraak.nl or EUR-Lex. Empty for other names.
std::string official_address(std::string_view id);

/// Where a citation of this identifier leads: a dossier and a paper of the Tweede Kamer have a page
/// here, held or not; others are where they are published.
std::string address_of_cited(std::string_view id);

/// Percent-encodes everything but RFC 3986's unreserved characters.
std::string percent_encoded(std::string_view text);

}  // namespace kamerzoek
