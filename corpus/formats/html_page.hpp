#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/page_address.hpp"
#include "corpus/formats/publication_metadata.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// What a page says of itself in its head, and in the address it was saved from.
struct HtmlPage {
  PublicationMetadata metadata;
  std::string title;  ///< for the top of a window
  AddressKeys keys;   ///< of its addresses
  bool of_the_kamer;  ///< a document page of tweedekamer.nl
};

/// `root` is the page's, `html` all of it.
HtmlPage read_html_page(const xmlNode& root, std::string_view html);

}  // namespace kamerzoek
