#include "search/passage_place.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kamerzoek {
namespace {

// Longer is no heading but a paragraph in its place.
constexpr std::size_t longest_heading = 120;

}  // namespace

Result<std::string> heading_before(const schema::LongText& text, std::size_t at) {
  const auto& headings = text.places().headings;
  const auto after = std::ranges::upper_bound(headings, at, {}, &schema::LongText::Heading::begin);
  if (after == headings.begin()) return std::string();
  const schema::LongText::Heading heading = *std::prev(after);
  if (at < heading.end) return std::string();  // the passage is the heading itself
  const std::size_t end = std::min(heading.end, heading.begin + longest_heading + 1);
  auto read = text.read(heading.begin, end);
  if (!read) return read;
  std::string line = *std::move(read);
  std::ranges::replace(line, '\n', ' ');
  if (line.size() <= longest_heading) return line;
  std::size_t cut = std::min(line.rfind(' '), longest_heading);
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
  line.resize(cut);
  return line + " …";
}

std::string page_at(const schema::LongText& text, std::size_t at) {
  const auto& pages = text.places().pages;
  const auto after = std::ranges::upper_bound(pages, at, {}, &schema::LongText::Page::begin);
  return after == pages.begin() ? std::string() : std::prev(after)->number;
}

std::string page_at(const Fields& fields, std::size_t at) {
  std::string number;
  for (const Mark& mark : fields.marks) {
    if (mark.kind == Mark::Kind::pagina && mark.begin <= at) number = mark.doel;
  }
  return number;
}

}  // namespace kamerzoek
