#include "corpus/formats/document_properties.hpp"

#include <utility>

#include "corpus/formats/xml_stream.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {

void take_document_properties(std::string_view xml, std::string_view parent,
                              std::map<std::string, std::string>& kenmerken) {
  static_cast<void>(for_each_child(xml, parent, [&](const xmlNode& property) {
    const bool title = element_name(property) == "title";
    if (!title && element_name(property) != "subject") return;
    std::string value = line_of(property);
    if (value.empty()) return;
    kenmerken.emplace(title ? "documenttitel" : "documentonderwerp", std::move(value));
  }));
}

}  // namespace kamerzoek
