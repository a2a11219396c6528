#include "corpus/formats/pdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace kamerzoek {
namespace {

// In parts of the height of a page, counted from its edge.
constexpr double margin = 0.12;
constexpr std::size_t lines_at_edge = 3;
constexpr std::size_t fewest_repeats = 3;
constexpr std::size_t longest_number = 4;

constexpr std::size_t lines_back = 12;
constexpr std::size_t words_of_prose = 4;
constexpr std::size_t pairs_of_columns = 6;

// In parts of the size of the type.
constexpr double superscript_size = 0.8;
constexpr double word_gap = 0.1;
constexpr double gap_behind_capital = 0.22;
constexpr double cell_gap = 2.0;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_beside(const PdfLine& line, double top, double bottom) {
  const double overlap = std::min(line.bottom, bottom) - std::max(line.top, top);
  return overlap > 0.5 * std::min(line.bottom - line.top, bottom - top);
}

using Sizes = std::map<long, std::size_t>;  ///< characters by tenths of a point

void add_size(const PdfWord& word, Sizes& sizes) {
  sizes[std::lround(std::clamp(word.size, 0.0, 1000.0) * 10)] += word.text.size();
}

double most_used(const Sizes& sizes) {
  const auto most = std::ranges::max_element(sizes, {}, &Sizes::value_type::second);
  return most == sizes.end() ? 0 : static_cast<double>(most->first) / 10;
}

void finish(PdfLine& line) {
  std::ranges::stable_sort(line.words, {}, &PdfWord::left);
  Sizes sizes;
  for (const PdfWord& word : line.words) add_size(word, sizes);
  line.size = most_used(sizes);
}

// The library gives words block by block, as it takes the page to be laid out: a line is in pieces
// where it has wide gaps, and the number of a note may come after the note.
std::vector<PdfLine> pieces_of(const PdfPage& page) {
  std::vector<PdfLine> pieces;
  for (const PdfWord& word : page.words) {
    const bool goes_on = !pieces.empty() && is_beside(pieces.back(), word.top, word.bottom);
    if (!goes_on) pieces.push_back({{}, word.left, word.top, word.right, word.bottom, 0});
    PdfLine& piece = pieces.back();
    piece.left = std::min(piece.left, word.left);
    piece.right = std::max(piece.right, word.right);
    piece.top = std::min(piece.top, word.top);
    piece.bottom = std::max(piece.bottom, word.bottom);
    piece.words.push_back(word);
  }
  return pieces;
}

// Running text beside running text, line after line; a table or a letterhead has shorter pieces.
bool has_columns(const std::vector<PdfLine>& pieces) {
  std::vector<const PdfLine*> prose;
  for (const PdfLine& piece : pieces) {
    if (piece.words.size() >= words_of_prose) prose.push_back(&piece);
  }
  std::ranges::stable_sort(prose, {}, &PdfLine::top);
  std::size_t pairs = 0;
  for (std::size_t i = 1; i < prose.size(); ++i) {
    if (is_beside(*prose[i - 1], prose[i]->top, prose[i]->bottom)) ++pairs;
  }
  return pairs >= pairs_of_columns;
}

// Where there are columns only what touches a line belongs to it.
PdfLine* line_beside(std::vector<PdfLine>& lines, const PdfLine& piece, bool columns) {
  for (std::size_t back = 1; back <= std::min(lines.size(), lines_back); ++back) {
    PdfLine& line = lines[lines.size() - back];
    if (!is_beside(line, piece.top, piece.bottom)) continue;
    const double gap = std::max(piece.left - line.right, line.left - piece.right);
    const double size = piece.words.front().size;
    if (!columns || gap < size) return &line;
  }
  return nullptr;
}

void add_piece(PdfLine piece, PdfLine& line) {
  line.left = std::min(line.left, piece.left);
  line.right = std::max(line.right, piece.right);
  line.top = std::min(line.top, piece.top);
  line.bottom = std::max(line.bottom, piece.bottom);
  std::ranges::move(piece.words, std::back_inserter(line.words));
}

// The line with every number as one '#'.
std::string pattern_of(const PdfLine& line) {
  std::string pattern;
  for (const PdfWord& word : line.words) {
    for (const char c : word.text) {
      if (!is_digit(c)) {
        pattern += c;
      } else if (!pattern.ends_with('#')) {
        pattern += '#';
      }
    }
    pattern += ' ';
  }
  return pattern;
}

// The lines of a page that may be running ones, by their place in it.
std::vector<std::size_t> edge_lines(const std::vector<PdfLine>& lines, double height) {
  std::vector<std::size_t> edge;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool first = i < lines_at_edge && lines[i].bottom < height * margin;
    const bool last = i + lines_at_edge >= lines.size() && lines[i].top > height * (1 - margin);
    if (first || last) edge.push_back(i);
  }
  return edge;
}

bool is_capital(std::string_view text) {
  return text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
}

}  // namespace

bool PdfLine::bold() const {
  return std::ranges::all_of(words, &PdfWord::bold);
}

std::vector<PdfLine> lines_of_page(const PdfPage& page) {
  std::vector<PdfLine> pieces = pieces_of(page);
  const bool columns = has_columns(pieces);
  if (!columns) std::ranges::stable_sort(pieces, {}, &PdfLine::top);
  std::vector<PdfLine> lines;
  for (PdfLine& piece : pieces) {
    PdfLine* line = line_beside(lines, piece, columns);
    if (line == nullptr) {
      lines.push_back(std::move(piece));
    } else {
      add_piece(std::move(piece), *line);
    }
  }
  for (PdfLine& line : lines) finish(line);
  return lines;
}

void remove_running_lines(std::vector<std::vector<PdfLine>>& pages,
                          const std::vector<double>& heights) {
  std::map<std::string, std::size_t> seen;
  std::vector<std::vector<std::size_t>> edges;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    edges.push_back(edge_lines(pages[i], heights[i]));
    std::set<std::string> patterns;
    for (const std::size_t line : edges[i]) patterns.insert(pattern_of(pages[i][line]));
    for (const std::string& pattern : patterns) ++seen[pattern];
  }
  const std::size_t enough = std::max(fewest_repeats, pages.size() / 4);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (auto line = edges[i].rbegin(); line != edges[i].rend(); ++line) {
      if (seen[pattern_of(pages[i][*line])] < enough) continue;
      pages[i].erase(pages[i].begin() + static_cast<std::ptrdiff_t>(*line));
    }
  }
}

bool is_superscript_number(const PdfLine& line, const PdfWord& word) {
  return word.text.size() <= longest_number && std::ranges::all_of(word.text, is_digit) &&
         word.size <= superscript_size * line.size && word.bottom < line.bottom;
}

PdfGap gap_between(const PdfWord& word, const PdfWord& next) {
  const double size = std::max(word.size, next.size);
  const double gap = next.left - word.right;
  if (gap > cell_gap * size) return PdfGap::cell;
  const bool goes_on = !next.text.empty() && next.text.front() >= 'a' && next.text.front() <= 'z';
  if (is_capital(word.text) && goes_on && gap < gap_behind_capital * size) return PdfGap::none;
  return word.space_after || gap > word_gap * size ? PdfGap::space : PdfGap::none;
}

double usual_size(const std::vector<std::vector<PdfLine>>& pages) {
  Sizes sizes;
  for (const auto& lines : pages) {
    for (const PdfLine& line : lines) {
      for (const PdfWord& word : line.words) add_size(word, sizes);
    }
  }
  return most_used(sizes);
}

}  // namespace kamerzoek
