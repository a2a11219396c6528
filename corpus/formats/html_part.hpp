#pragma once

#include "corpus/formats/xml_document.hpp"

/// The document in a page, without what a site puts around it.
namespace kamerzoek {

/// The part that is the document: by the names officielebekendmakingen.nl gives it, else the only
/// article, the main part, the whole page. `root` is the page's root element, and what is returned
/// one in it.
const xmlNode& document_part(const xmlNode& root);

/// The document as a page of tweedekamer.nl shows it; null where it has but a link to a file.
const xmlNode* preview_part(const xmlNode& root);

}  // namespace kamerzoek
