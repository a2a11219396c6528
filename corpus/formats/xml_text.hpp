#pragma once

#include <functional>
#include <string>

#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

/// From the elements of an official publication to running text.
namespace kamerzoek {

/// Is asked first about every element. True: it has put what there is to put into the text, and
/// the element is passed over, children and all.
using ElementReader = std::function<bool(const xmlNode& element, TextBuilder& text)>;

/// Adds `node` and all below it: headings and citations become marks, notes leave the text, list
/// items and rows of tables get lines of their own. An element of unknown name is taken for part
/// of the line where text stands beside it, else for a paragraph.
void add_text(TextBuilder& text, const xmlNode& node, const ElementReader& read = {});

/// The text of `node` on one line, without notes.
std::string line_of(const xmlNode& node);

}  // namespace kamerzoek
