#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/html_notes.hpp"
#include "corpus/formats/html_role.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// Running text from HTML: headings and links to documents are marked, items have their numbers,
/// rows stand on a line, notes leave the text. Navigation, controls and what stands around the
/// document is not there.
class HtmlBody {
 public:
  /// `notes` is of the whole page.
  HtmlBody(TextBuilder& text, HtmlNotes& notes) : text_(text), notes_(&notes) {}

  void add(const xmlNode& part);

 private:
  struct Open {
    HtmlRole role;
    bool marked = false;  ///< a link to a document
  };

  /// The text of a note, which has no notes itself; `mark` stands in front of it.
  HtmlBody(TextBuilder& text, std::string_view mark) : text_(text), mark_(mark) {}
  static std::string note_text(const xmlNode& note, std::string_view mark);
  bool in_note() const { return notes_ == nullptr; }

  bool enter(const xmlNode& node);
  bool begin(const xmlNode& element);
  bool begin_heading();
  bool begin_link(const xmlNode& link);
  void begin_item();
  bool begin_furniture(const xmlNode& element);
  bool belongs_to_mark(const xmlNode& element) const;
  void leave();

  TextBuilder& text_;
  HtmlNotes* notes_ = nullptr;
  std::string mark_;
  bool whole_page_ = false;
  std::vector<Open> open_;
  std::vector<std::optional<std::size_t>> lists_;  ///< of a numbered one the last number
  std::size_t rows_ = 0;
};

}  // namespace kamerzoek
