#include "corpus/formats/text_builder.hpp"

#include <algorithm>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t not_begun = std::string::npos;

bool opens(std::string_view text) {
  return text.ends_with('(') || text.ends_with('[') || text.ends_with("«");
}

bool closes(std::string_view text) {
  return std::string_view(",.;:)]?!").find(text.front()) != std::string_view::npos ||
         text.starts_with("»") || text.starts_with("”");
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void TextBuilder::add(std::string_view utf8) {
  std::size_t i = 0;
  while (i < utf8.size()) {
    if (const std::size_t width = white_space_at(utf8.substr(i))) {
      space_ = true;
      line_break_ = line_break_ || utf8[i] == '\n';
      i += width;
      continue;
    }
    std::size_t end = i + 1;
    while (end < utf8.size() && white_space_at(utf8.substr(end)) == 0) ++end;
    before_text(utf8.substr(i));
    text_.append(utf8.substr(i, end - i));
    i = end;
  }
}

bool TextBuilder::no_space_before(std::string_view next) const {
  if (join_) return true;
  if (!edge_ || !line_break_) return false;
  if (closes(next) || opens(text_)) return true;
  if (after_script_ && !is_word_character(next.front())) return true;
  return next.front() == '-' && next.size() > 1 && white_space_at(next.substr(1)) == 0;
}

void TextBuilder::before_text(std::string_view next) {
  if (space_ && !at_line_start() && !no_space_before(next)) text_ += ' ';
  forget_space();
  edge_ = join_ = after_script_ = held_ = false;
  for (auto mark = open_.rbegin(); mark != open_.rend() && mark->begin == not_begun; ++mark) {
    mark->begin = text_.size();
  }
}

void TextBuilder::end_line() {
  if (single_line_ > 0 || held_) {
    space_ = true;
    held_ = false;
    return;
  }
  forget_space();
  join_ = edge_ = after_script_ = false;
  if (!at_line_start()) text_ += '\n';
}

void TextBuilder::begin_heading() {
  end_line();
  if (headings_++ == 0) open_mark(Mark::Kind::kop, {});
  begin_single_line();
}

void TextBuilder::end_heading() {
  end_single_line();
  if (--headings_ == 0) close_mark();
  held_ = false;
  end_line();
}

void TextBuilder::heading(std::string_view text) {
  begin_heading();
  add(text);
  end_heading();
}

void TextBuilder::begin_row() {
  end_line();
  rows_.push_back({text_.size(), true});
  begin_single_line();
}

void TextBuilder::cell() {
  if (rows_.empty()) return;
  forget_space();
  held_ = false;
  if (!std::exchange(rows_.back().first_cell, false)) text_ += at_line_start() ? "|" : " |";
  space_ = true;
}

void TextBuilder::end_row() {
  if (rows_.empty()) return;
  end_single_line();
  const std::size_t begin = rows_.back().begin;
  rows_.pop_back();
  if (text_.find_first_not_of(" |", begin) == std::string::npos) text_.resize(begin);
  held_ = false;
  end_line();
}

void TextBuilder::open_mark(Mark::Kind kind, std::string_view doel) {
  open_.push_back({kind, not_begun, 0, std::string(doel)});
}

void TextBuilder::close_mark() {
  if (open_.empty()) return;
  Mark mark = std::move(open_.back());
  open_.pop_back();
  mark.end = text_.ends_with('\n') ? text_.size() - 1 : text_.size();
  if (mark.begin != not_begun && mark.begin < mark.end) marks_.push_back(std::move(mark));
}

void TextBuilder::note(std::string nummer, std::string tekst) {
  noten_.push_back({std::move(nummer), std::move(tekst), text_.size()});
}

void TextBuilder::finish(Fields& fields) {
  while (!open_.empty()) close_mark();
  single_line_ = 0;
  held_ = false;
  end_line();
  // A nested mark is closed first but does not begin first.
  std::ranges::stable_sort(marks_, [](const Mark& a, const Mark& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  for (Noot& noot : noten_) noot.plaats = std::min(noot.plaats.value_or(0), text_.size());
  fields.tekst = std::move(text_);
  fields.marks = std::move(marks_);
  fields.noten = std::move(noten_);
  *this = TextBuilder();
}

}  // namespace kamerzoek
