#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <libxml/xmlerror.h>

#include "corpus/model/result.hpp"

/// What has to hold of markup from outside before libxml2 sees it, and what libxml2 says of it.
namespace kamerzoek {

/// libxml2 sets up tables of its own at first use, and not safely for threads: before any parser.
void prepare_libxml();

/// Why bytes are nothing to parse: empty, larger than 2 GB, no UTF-8. `what` is "XML" or "HTML".
std::optional<Error> why_no_markup(std::string_view bytes, std::string_view what);

/// As above, and because a tag has more than 500 attributes: libxml2 compares every one with all
/// before it, so that half a megabyte of them keeps it busy for seconds.
std::optional<Error> why_no_xml(std::string_view bytes);

/// A DOCTYPE is refused: no format here has one, and every attack on an XML parser begins with one.
Error doctype_refused();

/// "de XML is niet goed gevormd, regel 12: …", in one line of UTF-8; `error` may be null.
Error not_well_formed(const xmlError* error);

}  // namespace kamerzoek
