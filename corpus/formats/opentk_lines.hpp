#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/model/record.hpp"

/// The lines above the text of an OpenTK page, one kind at a time.
namespace kamerzoek {

/// "Nummer: 2025D27614, datum: 2025-06-12, bijgewerkt: 2025-06-16 10:27, versie: 2 (versie 1)".
/// False where the line has no document number.
bool read_number_line(std::string_view line, Fields& fields);

/// "Eerste ondertekenaar: M.C.G. Keijzer, minister van … (Ooit BBB kamerlid)". Of a committee the
/// whole name is the name, commas and years in it too. Nothing for another kind of line.
std::optional<Actor> read_actor(std::string_view item);

/// "Eerste ondertekenaar", "Mede ondertekenaar": the page names these people without a heading
/// between them and the annexes, so that only the words before the colon tell them apart.
bool is_person_line(std::string_view item);

/// "2025-06-17 15:45: Regeling van werkzaamheden (Regeling van werkzaamheden), TK".
std::optional<AgendaItem> read_agenda_item(std::string_view item);

/// "34682 -228 Nationale Omgevingsvisie." and "21501 08-928 Milieuraad.": what follows the words
/// "Onderdeel van kamerstukdossier". The number in the dossier is empty where the page has -1.
struct DossierPlace {
  DossierLink dossier;
  std::string volgnummer;
};
std::optional<DossierPlace> read_dossier_place(std::string_view text);

}  // namespace kamerzoek
