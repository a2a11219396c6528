#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/identifiers.hpp"

/// How people write the name of one document, read back to its identifier.
namespace kamerzoek {

/// The keys (Piece::keys) under which the document so named may be known, the most likely first;
/// empty where the text is no such name. Reads, in upper or lower case and with any dash or space:
/// identifiers (`kst-34682-228`, `blg-1190000`, `2025D27614`, `2025Z12077`), `34682-228`,
/// `34 682-228`, `34 682, nr. 228`, `34682 nr 228`, `36 600 XXII, nr. 26`, `36600-XXII-26`,
/// `Kamerstukken II 2024/25, 34682, nr. 228`, `Kamerstuk 35 420, T`,
/// `Tweede Kamer, vergaderjaar 2024-2025, 36600 XXII, nr. 26`,
/// `Aanhangsel Handelingen 2024-2025, nr. 1234`, `Handelingen II 2017/18, nr. 70, item 5`, and the
/// addresses of documents at officielebekendmakingen.nl, OpenTK and tweedekamer.nl.
/// Any input; never fails; time is linear in its length. UTF-8.
std::vector<std::string> keys_named(std::string_view text);

/// The dossier so named: `34682`, `34 682`, `36 600-XXII`, `36600 XXII`, `Kamerstukdossier 34682`.
std::optional<DossierNumber> dossier_named(std::string_view text);

}  // namespace kamerzoek
