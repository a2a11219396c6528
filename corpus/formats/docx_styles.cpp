#include "corpus/formats/docx_styles.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

// Word itself stops at a style that is based on itself by way of others.
constexpr int longest_chain = 32;

std::string value_of(const xmlNode* parent, std::string_view name) {
  const xmlNode* element = parent == nullptr ? nullptr : child(*parent, name);
  return element == nullptr ? std::string() : attribute(*element, "val");
}

// Word writes the names of its own styles in English and their identifiers in the language of its
// user ("Kop1"); other programs leave the style out and write the identifier alone.
bool is_heading_name(std::string_view name) {
  constexpr std::array<std::string_view, 2> numbered = {"heading", "kop"};
  constexpr std::array<std::string_view, 4> titles = {"title", "titel", "subtitle", "ondertitel"};
  const std::string lower = ascii_lower(name.substr(0, 40));
  if (std::ranges::find(titles, lower) != titles.end()) return true;
  return std::ranges::any_of(numbered, [&](std::string_view front) {
    if (!lower.starts_with(front)) return false;
    std::string_view rest = std::string_view(lower).substr(front.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    return !rest.empty() && rest.front() >= '1' && rest.front() <= '9';
  });
}

}  // namespace

bool is_heading_level(std::string_view outline_level) {
  return outline_level.size() == 1 && outline_level >= "0" && outline_level <= "8";
}

std::optional<DocxListPlace> list_place_of(const xmlNode& properties) {
  const xmlNode* place = child(properties, "numPr");
  if (place == nullptr) return std::nullopt;
  const std::string level = value_of(place, "ilvl");
  return DocxListPlace{value_of(place, "numId"), is_heading_level(level) ? level[0] - '0' : 0};
}

void DocxStyles::add(const xmlNode& element) {
  if (element_name(element) != "style") return;
  Style style;
  style.name = value_of(&element, "name");
  style.based_on = value_of(&element, "basedOn");
  if (const xmlNode* properties = child(element, "pPr")) {
    style.outline_level = value_of(properties, "outlineLvl");
    style.place = list_place_of(*properties);
  }
  styles_.emplace(attribute(element, "styleId"), std::move(style));
}

template <class Find>
auto DocxStyles::first_in_chain(std::string_view name, Find find) const {
  decltype(find(Style{})) found{};
  auto style = styles_.find(name);
  for (int i = 0; i < longest_chain && style != styles_.end() && !found; ++i) {
    found = find(style->second);
    style = styles_.find(style->second.based_on);
  }
  return found;
}

bool DocxStyles::is_heading(std::string_view style) const {
  if (styles_.find(style) == styles_.end()) return is_heading_name(style);
  const auto heading = first_in_chain(style, [](const Style& of) -> std::optional<bool> {
    if (!of.outline_level.empty()) return is_heading_level(of.outline_level);
    if (is_heading_name(of.name)) return true;
    return std::nullopt;
  });
  return heading.value_or(false);
}

std::optional<DocxListPlace> DocxStyles::list_place(std::string_view style) const {
  return first_in_chain(style, [](const Style& of) { return of.place; });
}

}  // namespace kamerzoek
