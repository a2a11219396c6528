#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// Builds `Fields::tekst` with its marks and notes from marked-up text read in order. White space
/// collapses to one space, paragraphs end in one '\n', nothing stands at the ends of a line, and
/// all offsets are right because they are taken when the character is written.
///
/// Pretty-printed sources put inline elements on lines of their own, where there was no space at
/// all; `inline_edge` says where an element began or ended, and a line break at such an edge is no
/// space before ",.;:)" and after "(".
class TextBuilder {
 public:
  void add(std::string_view utf8);
  void inline_edge() { edge_ = true; }
  /// Around sub- and superscripts: what comes next follows without a space.
  void join() { join_ = true; }
  /// After a sub- or superscript: a line break before "-uitstoot" is none.
  void after_script() { edge_ = after_script_ = true; }
  void space() { space_ = true; }

  void end_line();
  /// After the number of a list item: the next end of line is a space.
  void hold_line() { held_ = true; }

  /// Between these an end of line is a space.
  void begin_single_line() { ++single_line_; }
  void end_single_line() { --single_line_; }

  void begin_heading();
  void end_heading();
  void heading(std::string_view text);

  /// The cells of a row stand on one line, " | " between them; a row without text leaves nothing.
  void begin_row();
  void cell();
  void end_row();

  /// Marks the text added until `close_mark`; a mark around nothing disappears. They nest.
  void open_mark(Mark::Kind kind, std::string_view doel);
  void close_mark();
  /// A note whose mark stands here.
  void note(std::string nummer, std::string tekst);

  const std::string& text() const { return text_; }
  /// Hands over what was built; the builder is empty afterwards.
  void finish(Fields& fields);

 private:
  struct Row {
    std::size_t begin;
    bool first_cell;
  };

  bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }
  bool no_space_before(std::string_view next) const;
  void before_text(std::string_view next);
  void forget_space() { space_ = line_break_ = false; }

  std::string text_;
  std::vector<Mark> marks_;
  std::vector<Mark> open_;
  std::vector<Noot> noten_;
  std::vector<Row> rows_;
  int single_line_ = 0;
  int headings_ = 0;
  bool space_ = false;
  bool line_break_ = false;
  bool edge_ = false;
  bool join_ = false;
  bool after_script_ = false;
  bool held_ = false;
};

}  // namespace kamerzoek
