#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kamerzoek {

/// What somebody typed in about a document, as `kenmerken`: title and subject (Dublin Core), where
/// they are not empty. `parent` is the element around them. Who made it and when is left out: a
/// word processor fills those in, and copies them with the letter that served as example. Of XML
/// that cannot be read what stands before the fault.
void take_document_properties(std::string_view xml, std::string_view parent,
                              std::map<std::string, std::string>& kenmerken);

}  // namespace kamerzoek
