#include "corpus/formats/pdf_notes.hpp"

#include <algorithm>
#include <string_view>

namespace kamerzoek {
namespace {

bool begins_note(const PdfLine& line) {
  return line.words.size() > 1 && is_superscript_number(line, line.words.front());
}

void add_word(std::string& text, std::string_view word, PdfGap gap) {
  if (!text.empty() && gap != PdfGap::none) text += ' ';
  text += word;
}

void add_line(std::string& text, const PdfLine& line, std::size_t first,
              const BrokenWords& broken) {
  for (std::size_t i = first; i < line.words.size(); ++i) {
    const std::string& word = line.words[i].text;
    if (i > first) {
      add_word(text, word, gap_between(line.words[i - 1], line.words[i]));
      continue;
    }
    const std::size_t last = text.rfind(' ') + 1;
    if (!text.empty() && ends_in_hyphen(std::string_view(text).substr(last))) {
      const std::string whole = broken.joined(std::string_view(text).substr(last), word);
      text.replace(last, std::string::npos, whole);
    } else {
      add_word(text, word, PdfGap::space);
    }
  }
}

}  // namespace

PdfNotes take_notes_of_page(std::vector<PdfLine>& lines, const BrokenWords& broken) {
  PdfNotes notes;
  const auto begin = std::ranges::find_if(lines, begins_note);
  std::string number;
  std::string text;
  for (auto line = begin; line != lines.end(); ++line) {
    const bool begins = begins_note(*line);
    if (begins) {
      if (!number.empty()) notes.emplace(number, text);
      number = line->words.front().text;
      text.clear();
    }
    add_line(text, *line, begins ? 1 : 0, broken);
  }
  if (!number.empty()) notes.emplace(number, text);
  lines.erase(begin, lines.end());
  return notes;
}

}  // namespace kamerzoek
