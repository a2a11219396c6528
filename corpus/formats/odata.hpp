#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// JSON of the Tweede Kamer's OData service (gegevensmagazijn.tweedekamer.nl/OData/v4/2.0): a page
/// (`@odata.context`, `value`) or one record, plain or with related records expanded. Every entity
/// found becomes a piece of its own, with its own stamp (ApiGewijzigdOp) and name
/// ("Document/<guid>"); an expansion also yields a piece for the relation it shows
/// ("Zaak/<guid>/Document" on the document), so that plain and expanded forms meet in any order.
/// `Verwijderd: true` yields a withdrawn piece. A record that cannot be read is reported as a
/// problem ("value[3]") and the rest goes on.
Result<void> read_odata(const Input& input, const Sink& sink);

}  // namespace kamerzoek
