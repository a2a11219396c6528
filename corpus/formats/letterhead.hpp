#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// The head of a paper as the Tweede Kamer prints it: one or more dossiers, then the paper's number
/// and what it is, and soon after them place and date.
struct Letterhead {
  std::vector<DossierLink> dossiers;  ///< at least one
  std::string volgnummer;
  std::string kop;    ///< "Brief van de minister van …", as written
  std::string soort;  ///< from `kop`; may be empty
  std::string datum;
  std::string vergaderjaar;
};

/// Reads the letterhead at the beginning of a text, of which `lines` are the first (40 are enough),
/// white space collapsed. A number and its title may stand on one line, in two cells of a table or
/// on lines of their own, and titles may go on.
///
/// What it returns becomes the key of a record, so that it rather returns nothing: for a list of
/// papers, which begins like one, and for two lines that only happen to begin with numbers.
std::optional<Letterhead> read_letterhead(const std::vector<std::string>& lines);

/// "34 682 Nationale Omgevingsvisie", "21 501-08 Milieuraad", "36 600 XXII Vaststelling …",
/// "36 027 (R2160) Wijziging …".
std::optional<DossierLink> dossier_of_line(std::string_view line);

/// The date of a line that says where and when a paper was written ("Den Haag, 12 juni 2025",
/// "Voorgesteld 5 maart 2024"); empty for another line.
std::string date_of_place_line(std::string_view line);

/// "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal".
bool is_addressed_to_the_kamer(std::string_view line);

}  // namespace kamerzoek
