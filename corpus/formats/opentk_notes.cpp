#include "corpus/formats/opentk_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view return_arrow = "\xE2\x86\xA9";  // U+21A9
constexpr std::string_view text_form = "\xEF\xB8\x8E";     // U+FE0E
constexpr std::string_view emoji_form = "\xEF\xB8\x8F";    // U+FE0F
constexpr std::size_t no_arrow = std::string::npos;

// Where the arrow that ends the line begins.
std::size_t arrow_in(std::string_view line) {
  const std::size_t at = line.rfind(return_arrow);
  if (at == std::string_view::npos) return no_arrow;
  const std::string_view rest = line.substr(at + return_arrow.size());
  return rest.empty() || rest == text_form || rest == emoji_form ? at : no_arrow;
}

bool ends_note(const std::string& line) {
  return arrow_in(line) != no_arrow;
}

}  // namespace

std::vector<Noot> take_opentk_notes(std::vector<std::string>& lines) {
  std::vector<Noot> noten;
  const auto begin = std::ranges::find_if(lines, ends_note);
  const auto end =
      std::find_if(lines.rbegin(), std::make_reverse_iterator(begin), ends_note).base();
  std::string note;
  for (auto line = begin; line != end; ++line) {
    const std::size_t arrow = arrow_in(*line);
    std::string_view text = std::string_view(*line).substr(0, arrow);
    if (note.empty() && text.starts_with("- ")) text.remove_prefix(2);
    if (!note.empty()) note += ' ';
    note.append(text);
    if (arrow == no_arrow) continue;
    noten.push_back({std::to_string(noten.size() + 1), collapsed(note), {}});
    note.clear();
  }
  lines.erase(begin, end);
  return noten;
}

}  // namespace kamerzoek
