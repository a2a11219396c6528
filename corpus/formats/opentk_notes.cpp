#include "corpus/formats/opentk_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view kReturnArrow = "\xE2\x86\xA9";  // U+21A9
constexpr std::string_view kTextForm = "\xEF\xB8\x8E";     // U+FE0E
constexpr std::string_view kEmojiForm = "\xEF\xB8\x8F";    // U+FE0F
constexpr std::size_t kNoArrow = std::string::npos;

// Where the arrow that ends the line begins.
std::size_t arrow_in(std::string_view line) {
  const std::size_t at = line.rfind(kReturnArrow);
  if (at == std::string_view::npos) return kNoArrow;
  const std::string_view rest = line.substr(at + kReturnArrow.size());
  return rest.empty() || rest == kTextForm || rest == kEmojiForm ? at : kNoArrow;
}

bool ends_note(const std::string& line) {
  return arrow_in(line) != kNoArrow;
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
    if (arrow == kNoArrow) continue;
    noten.push_back({std::to_string(noten.size() + 1), collapsed(note), {}});
    note.clear();
  }
  lines.erase(begin, end);
  return noten;
}

}  // namespace kamerzoek
