#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// Which list a paragraph is an item of (`w:numPr`), and how deep in it.
struct DocxListPlace {
  std::string list;  ///< `w:numId`; "0" for none
  int level = 0;     ///< 0 to 8
};

/// The place a `w:pPr` gives; nothing where it gives none.
std::optional<DocxListPlace> list_place_of(const xmlNode& properties);

/// What the named styles of a Word document say of the paragraphs that have them.
class DocxStyles {
 public:
  /// Takes a `w:style` of word/styles.xml.
  void add(const xmlNode& style);

  /// Whether a paragraph of that style is a heading: by its outline level, else by the style's name
  /// ("heading 1", "Kop 2", "Title"), its own or that of a style it is based on.
  bool is_heading(std::string_view style) const;
  std::optional<DocxListPlace> list_place(std::string_view style) const;

 private:
  struct Style {
    std::string name;
    std::string based_on;
    std::string outline_level;
    std::optional<DocxListPlace> place;
  };
  /// Asks the style and those it is based on, until `find` returns something.
  template <class Find>
  auto first_in_chain(std::string_view style, Find find) const;

  std::map<std::string, Style, std::less<>> styles_;
};

/// Whether a `w:outlineLvl` is one of a heading; 9 is running text.
bool is_heading_level(std::string_view outline_level);

}  // namespace kamerzoek
