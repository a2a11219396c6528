#include "corpus/formats/word_97.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view line_above_notes = "-----------------------";

// Takes the notes, which are numbered as they stand and may go on over several lines.
std::vector<std::string> take_notes(std::vector<std::string>& lines) {
  std::vector<std::string> notes;
  const auto above = std::find(lines.rbegin(), lines.rend(), line_above_notes);
  if (above == lines.rend()) return notes;
  for (auto line = above.base(); line != lines.end(); ++line) {
    const std::string mark = fmt::format("[{}] ", notes.size() + 1);
    if (line->starts_with(mark)) {
      notes.push_back(line->substr(mark.size()));
    } else if (notes.empty()) {
      return notes;
    } else {
      notes.back().append(" ").append(*line);
    }
  }
  lines.erase(above.base() - 1, lines.end());
  return notes;
}

void add_row(std::string_view cells, TextBuilder& text) {
  text.begin_row();
  while (!cells.empty()) {
    const std::size_t end = std::min(cells.find('|'), cells.size());
    text.cell();
    text.add(cells.substr(0, end));
    cells.remove_prefix(std::min(end + 1, cells.size()));
  }
  text.end_row();
}

/// Adds lines, and each note where the next mark stands.
class Text {
 public:
  explicit Text(std::vector<std::string> notes) : notes_(std::move(notes)) {}

  void add(std::string_view line) {
    if (line.size() > 1 && line.front() == '|' && line.back() == '|') {
      return add_row(line.substr(1, line.size() - 2), text_);
    }
    while (next_ < notes_.size()) {
      const std::string mark = fmt::format("[{}]", next_ + 1);
      const std::size_t at = line.find(mark);
      if (at == std::string_view::npos) break;
      text_.add(line.substr(0, at));
      text_.note(std::to_string(next_ + 1), std::move(notes_[next_]));
      ++next_;
      line.remove_prefix(at + mark.size());
    }
    text_.add(line);
    text_.end_line();
  }

  Fields finish() {
    // A note whose mark was not found is worth more at the end than nowhere.
    for (; next_ < notes_.size(); ++next_) {
      text_.note(std::to_string(next_ + 1), std::move(notes_[next_]));
    }
    Fields fields;
    text_.finish(fields);
    return fields;
  }

 private:
  TextBuilder text_;
  std::vector<std::string> notes_;
  std::size_t next_ = 0;
};

}  // namespace

Result<void> read_text_of_word_97(const Input& input, const Sink& sink) {
  auto lines = lines_of(input.bytes);
  if (!lines) return failure(ErrorCode::unreadable, "het Word-bestand bevat geen tekst");
  Text text(take_notes(*lines));
  for (const std::string& line : *lines) text.add(line);
  sink.piece(document_piece(Source::doc, input, text.finish()));
  return {};
}

}  // namespace kamerzoek
