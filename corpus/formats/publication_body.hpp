#pragma once

#include <string>

#include "corpus/formats/xml_document.hpp"
#include "corpus/model/record.hpp"

/// What stands in the body of an official publication, each kind in its own way. Everything they
/// find goes into `fields`, `tekst` with its marks and notes too; `onderwerp` becomes the title
/// the text carries.
namespace kamerzoek {

/// `<kamerstuk>`: dossiers, number, title, date and the people who signed.
void read_kamerstuk(const xmlNode& kamerstuk, Fields& fields);

/// `<handelingen>`: one item of a plenary meeting, and who spoke.
void read_handelingen(const xmlNode& handelingen, Fields& fields);

/// `<kamervragen>` and any other body: the text as it stands.
void read_other_body(const xmlNode& body, Fields& fields);

}  // namespace kamerzoek
