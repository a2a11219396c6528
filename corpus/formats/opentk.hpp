#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// A document page of OpenTK (berthub.eu/tkconv) as text, and as the HTML it was saved from:
/// title, soort, nummer, datum, people, annexes, dossier and volgnummer, zaken with their actors
/// and agenda, the text and its notes. Yields the document's piece and one for each zaak.
Result<void> read_opentk_text(const Input& input, const Sink& sink);
Result<void> read_opentk_html(const Input& input, const Sink& sink);

}  // namespace kamerzoek
