#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// The head of a paper of the Tweede Kamer: one or more lines with a dossier, then the paper's
/// number and what it is, and soon after them place and date.
struct Letterhead {
  std::vector<DossierLink> dossiers;  ///< at least one
  std::string volgnummer;
  std::string kop;    ///< "Brief van de minister van …", as written
  std::string soort;  ///< from `kop`; may be empty
  std::string datum;
  std::string vergaderjaar;
};

/// Looks for a letterhead in the first lines. The lines are those of `lines_of`; "#" before a
/// line, as Markdown has it, is passed over.
std::optional<Letterhead> read_letterhead(const std::vector<std::string>& lines);

/// "34 682 Nationale Omgevingsvisie", "21 501-08 Milieuraad", "36 600 XXII Vaststelling …",
/// "36 027 (R2160) Wijziging …".
std::optional<DossierLink> dossier_of_line(std::string_view line);

/// The text of a line of Markdown without the "#" of a heading.
std::string_view without_hashes(std::string_view line);

}  // namespace kamerzoek
