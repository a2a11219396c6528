#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/formats/docx_numbering.hpp"
#include "corpus/formats/docx_styles.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// Running text from the blocks of a Word document, as it would be printed: headings are marked,
/// items have their numbers, rows stand on a line, notes leave the text. What was deleted or moved
/// away, hidden, an instruction of a field, or waits to be filled in, is not there. A text box
/// follows the paragraph that holds it.
class DocxText {
 public:
  /// By the `w:id` of each.
  using Notes = std::map<std::string, std::string, std::less<>>;

  DocxText(DocxStyles styles, DocxNumbering numbering, Notes footnotes, Notes endnotes)
      : styles_(std::move(styles)),
        numbering_(std::move(numbering)),
        footnotes_(std::move(footnotes)),
        endnotes_(std::move(endnotes)) {}

  /// Adds a child of `w:body`: a paragraph, a table.
  void add(const xmlNode& block);
  TextBuilder& text() { return text_; }

  /// The text of a `w:footnote` or `w:endnote`, in one line.
  static std::string note_text(const xmlNode& note);

 private:
  enum class Role;
  struct Paragraph {
    bool heading = false;
    bool ends_line = true;
  };

  static Role role_of(const xmlNode& element);
  bool enter(const xmlNode& node);
  bool begin(Role role, const xmlNode& node);
  void leave();
  void begin_paragraph(const xmlNode& paragraph);
  void end_paragraph();
  void add_boxes();
  void add_number(const DocxListPlace& place, bool has_text);
  void add_note(const Notes& notes, const xmlNode& reference);
  void field(const xmlNode& character);
  bool hidden() const { return instructions_ > 0; }
  bool in_row() const;

  DocxStyles styles_;
  DocxNumbering numbering_;
  Notes footnotes_;
  Notes endnotes_;
  TextBuilder text_;
  std::vector<Role> open_;
  std::vector<Role> rows_;  ///< the open ones: rows and frames
  std::vector<Paragraph> paragraphs_;
  std::vector<const xmlNode*> boxes_;
  std::vector<bool> fields_;  ///< open ones; whether each is still at its instruction
  std::size_t instructions_ = 0;
  std::size_t notes_ = 0;
};

}  // namespace kamerzoek
