#pragma once

#include <optional>
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
/// `Kamerstukken II 2024/25, 34682, nr. 228`, `Kamerstuk 35 420, T`, `33 183 (R1975), nr. 11`,
/// `Tweede Kamer, vergaderjaar 2024-2025, 36600 XXII, nr. 26`,
/// `206 (28 844)`, `36 045/29 521, nr. 44` (the key in the first dossier comes first),
/// `Aanhangsel Handelingen 2024-2025, nr. 1234`, `Handelingen II 2017/18, nr. 70, item 5`, and the
/// addresses of documents at officielebekendmakingen.nl, OpenTK and tweedekamer.nl. A page at the
/// end (`, p. 4`) is read over. The whole text must be the name, but for space around it and a
/// full stop. A second key follows where letters could have either case (14H, 145f), and for a
/// vergaderjaar up to 2009-2010, when identifiers named it (`kst-20032004-29200-VI-F`).
/// Any input; never fails; time is linear in its length. UTF-8.
std::vector<std::string> keys_named(std::string_view text);

/// The dossier so named: `34682`, `34 682`, `36 600-XXII`, `36600 XXII`, `36 410A`, `21501-02`,
/// `Kamerstukdossier 34682`. `35420-T` is the name of a dossier as well as of a document; which of
/// them exists, only the index knows. Any input, as above.
std::optional<DossierNumber> dossier_named(std::string_view text);

}  // namespace kamerzoek
