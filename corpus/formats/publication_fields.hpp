#pragma once

#include "corpus/formats/publication_metadata.hpp"
#include "corpus/model/identifiers.hpp"
#include "corpus/model/record.hpp"

namespace kamerzoek {

/// Puts into `fields`, which have what the text of an official publication says, what its
/// identifier and metadata say: the dossier and number it stands under, where they outweigh the
/// text; kind, subject, people, date and vergaderjaar.
void take_publication(const PublicationId& id, const PublicationMetadata& metadata, Fields& fields);

}  // namespace kamerzoek
