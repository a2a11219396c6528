#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/formats/odt_lists.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// Running text from the blocks of an OpenDocument text, as it would be printed: headings are
/// marked, items have their numbers, rows stand on a line, notes leave the text. What was deleted
/// or hidden, comments, and the templates of an index are not there. A text box follows the
/// paragraph that holds it.
class OdtText {
 public:
  explicit OdtText(OdtLists lists) : lists_(std::move(lists)) {}

  /// Adds a child of `office:text`: a paragraph, a heading, a list, a table, a section.
  void add(const xmlNode& block);
  TextBuilder& text() { return text_; }

 private:
  enum class Role;

  static Role role_of(const xmlNode& element);
  bool enter(const xmlNode& node);
  bool begin(Role role, const xmlNode& node);
  void leave();
  void begin_paragraph(const xmlNode& paragraph, bool heading);
  void end_paragraph();
  void add_boxes();
  void add_note(const xmlNode& note);

  OdtLists lists_;
  TextBuilder text_;
  std::vector<Role> open_;
  std::vector<const xmlNode*> boxes_;
  std::vector<bool> headings_;  ///< of the open paragraphs, whether each is a heading
  std::string number_;          ///< of the item that has begun, until its first paragraph
  std::size_t rows_ = 0;
};

}  // namespace kamerzoek
