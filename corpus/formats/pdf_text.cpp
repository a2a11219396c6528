#include "corpus/formats/pdf_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/formats/broken_words.hpp"
#include "corpus/formats/pdf_lines.hpp"
#include "corpus/formats/pdf_notes.hpp"
#include "corpus/formats/text_builder.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t longest_heading = 200;
// In parts of the usual.
constexpr double larger_size = 1.12;
constexpr double other_size = 0.1;
constexpr double paragraph_pitch = 1.25;
constexpr double space_width = 0.2;  ///< of the size: what is surely too little for a space

using Pages = std::vector<std::vector<PdfLine>>;

bool is_row(const PdfLine& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (gap_between(line.words[i - 1], line.words[i]) == PdfGap::cell) return true;
  }
  return false;
}

bool begins_item(const PdfLine& line) {
  constexpr std::array<std::string_view, 8> bullets = {"•", "–", "-", "▪", "◦", "·", "o", "\uF0B7"};
  return line.words.size() > 1 &&
         std::ranges::find(bullets, line.words.front().text) != bullets.end();
}

// The distance from line to line that most lines of running text have.
double usual_pitch(const Pages& pages, double size) {
  std::vector<double> pitches;
  for (const auto& lines : pages) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const double pitch = lines[i].top - lines[i - 1].top;
      if (pitch > 0 && pitch < 3 * size) pitches.push_back(pitch);
    }
  }
  if (pitches.empty()) return size;
  const auto middle = pitches.begin() + std::ssize(pitches) / 2;
  std::nth_element(pitches.begin(), middle, pitches.end());
  return *middle;
}

// Where the lines of running text end, but for a few that hang out.
double right_margin(const Pages& pages) {
  std::vector<double> ends;
  for (const auto& lines : pages) {
    for (const PdfLine& line : lines) ends.push_back(line.right);
  }
  if (ends.empty()) return 0;
  const auto place = ends.end() - 1 - std::ssize(ends) / 20;
  std::nth_element(ends.begin(), place, ends.end());
  return *place;
}

BrokenWords words_of(const Pages& pages) {
  BrokenWords words;
  for (const auto& lines : pages) {
    for (const PdfLine& line : lines) {
      for (std::size_t i = 0; i + 1 < line.words.size(); ++i) words.learn(line.words[i].text);
    }
  }
  return words;
}

/// Puts lines together to paragraphs, in one pass over the pages.
class Assembly {
 public:
  Assembly(const Pages& pages, std::vector<PdfNotes> notes, BrokenWords broken)
      : pages_(pages),
        notes_(std::move(notes)),
        broken_(std::move(broken)),
        size_(usual_size(pages)),
        pitch_(usual_pitch(pages, size_)),
        margin_(right_margin(pages)) {}

  Fields read() {
    for (page_ = 0; page_ < pages_.size(); ++page_) read_page();
    end_paragraph();
    Fields fields;
    text_.finish(fields);
    add_unmarked_notes(fields);
    return fields;
  }

 private:
  void read_page() {
    const auto& lines = pages_[page_];
    bool first = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool begins = begins_paragraph(lines[i], first);
      if (begins) end_paragraph();
      if (std::exchange(first, false)) begin_page();
      if (begins) begin_paragraph(lines, i);
      add_line(lines[i]);
      before_ = &lines[i];
    }
  }

  void begin_page() {
    // A word that is broken over pages is where it ends.
    if (!ends_in_hyphen(pending_)) add_pending();
    text_.close_mark();
    text_.open_mark(Mark::Kind::pagina, std::to_string(page_ + 1));
  }

  bool begins_paragraph(const PdfLine& line, bool first_of_page) const {
    if (before_ == nullptr || (first_of_page && heading_)) return true;
    if (is_row(line) || is_row(*before_) || begins_item(line)) return true;
    if (std::abs(line.size - before_->size) > other_size * size_) return true;
    if (line.bold() != before_->bold()) return true;
    if (!first_of_page && line.top - before_->top > paragraph_pitch * pitch_) return true;
    // The word would have fitted on the line before.
    const PdfWord& word = line.words.front();
    const double room = margin_ - before_->right - space_width * line.size;
    return !ends_in_hyphen(before_->words.back().text) && word.right - word.left < room;
  }

  void begin_paragraph(const std::vector<PdfLine>& lines, std::size_t i) {
    heading_ = is_heading(lines, i);
    if (heading_) text_.begin_heading();
  }

  // Larger than the text, or bold, and no longer than a heading can be.
  bool is_heading(const std::vector<PdfLine>& lines, std::size_t begin) const {
    const PdfLine& line = lines[begin];
    const bool stands_out = line.size > larger_size * size_ || line.bold();
    if (!stands_out || is_row(line)) return false;
    std::size_t bytes = 0;
    for (std::size_t i = begin; i < lines.size() && lines[i].bold() == line.bold() &&
                                std::abs(lines[i].size - line.size) <= other_size * size_;
         ++i) {
      for (const PdfWord& word : lines[i].words) bytes += word.text.size() + 1;
      if (bytes > longest_heading) return false;
    }
    return true;
  }

  void end_paragraph() {
    add_pending();
    if (heading_) {
      text_.end_heading();
    } else {
      text_.end_line();
    }
    heading_ = false;
  }

  void add_line(const PdfLine& line) {
    const bool row = is_row(line);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const PdfWord& word = line.words[i];
      if (i == 0) {
        join_to_line_before(word.text);
        continue;
      }
      if (is_superscript_number(line, word) && add_note(word.text)) continue;
      const PdfGap gap = gap_between(line.words[i - 1], word);
      add_pending();
      if (gap != PdfGap::none) text_.space();
      if (row && gap == PdfGap::cell) text_.add("| ");
      pending_ = word.text;
    }
  }

  // The last word of a line waits for the next, which may hold the rest of it.
  void join_to_line_before(const std::string& word) {
    if (ends_in_hyphen(pending_)) {
      pending_ = broken_.joined(pending_, word);
      return;
    }
    add_pending();
    text_.space();
    pending_ = word;
  }

  void add_pending() {
    text_.add(pending_);
    pending_.clear();
  }

  bool add_note(const std::string& number) {
    auto note = notes_[page_].find(number);
    if (note == notes_[page_].end()) return false;
    add_pending();
    text_.note(number, std::move(note->second));
    notes_[page_].erase(note);
    return true;
  }

  // Their numbers were not found, or not as what they are.
  void add_unmarked_notes(Fields& fields) {
    for (PdfNotes& notes : notes_) {
      for (auto& [number, text] : notes) fields.noten.push_back({number, text, {}});
    }
  }

  const Pages& pages_;
  std::vector<PdfNotes> notes_;
  BrokenWords broken_;
  double size_;
  double pitch_;
  double margin_;
  TextBuilder text_;
  std::string pending_;
  const PdfLine* before_ = nullptr;
  std::size_t page_ = 0;
  bool heading_ = false;
};

}  // namespace

Fields text_of_pages(const std::vector<PdfPage>& pages) {
  Pages lines;
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    lines.push_back(lines_of_page(page));
    heights.push_back(page.height);
  }
  remove_running_lines(lines, heights);
  BrokenWords broken = words_of(lines);
  std::vector<PdfNotes> notes;
  for (auto& page : lines) notes.push_back(take_notes_of_page(page, broken));
  return Assembly(lines, std::move(notes), std::move(broken)).read();
}

}  // namespace kamerzoek
