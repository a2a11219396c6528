#pragma once

#include <functional>
#include <string_view>

#include "corpus/formats/xml_document.hpp"
#include "corpus/model/result.hpp"

namespace kamerzoek {

/// Reads hostile XML a piece at a time: calls `each` for every element that stands in the first
/// element of local name `parent`, as a tree that is gone when `each` returns. So a long document
/// takes the memory of its longest paragraph. Without such a parent nothing is called. `parent` may
/// name the element around it too: "body/text".
///
/// As `XmlDocument::parse` no network, no entities, no document type, 256 levels, 10 MB a text, 500
/// attributes a tag, UTF-8 only; an error names the line, and may come after calls of `each`.
Result<void> for_each_child(std::string_view bytes, std::string_view parent,
                            const std::function<void(const xmlNode&)>& each);

}  // namespace kamerzoek
