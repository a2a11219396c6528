#include "corpus/formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/html_tags.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::string_view, 13> dropped_elements = {
    "button",   "footer", "form",   "head",  "header", "iframe",  "nav",
    "noscript", "script", "select", "style", "svg",    "template"};
static_assert(std::ranges::is_sorted(dropped_elements));

// Everything else ends a line.
constexpr std::array<std::string_view, 27> inline_elements = {
    "a",   "abbr", "b",     "bdi",  "bdo",    "big",    "cite", "code", "del",
    "dfn", "em",   "font",  "i",    "img",    "ins",    "kbd",  "mark", "q",
    "s",   "samp", "small", "span", "strike", "strong", "sub",  "sup",  "u"};
static_assert(std::ranges::is_sorted(inline_elements));

bool among(const auto& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

bool enter(TextBuilder& text, const xmlNode& node) {
  if (is_text(node)) text.add(characters_of(node));
  if (!is_element(node)) return false;
  const std::string_view name = element_name(node);
  if (among(dropped_elements, name)) return false;
  if (name == "tr") {
    text.begin_row();
  } else if (name == "td" || name == "th") {
    text.cell();
  } else if (!among(inline_elements, name)) {
    text.end_line();
    if (name == "li") {
      text.add("- ");
      text.hold_line();
    }
  }
  return true;
}

void leave(TextBuilder& text, const xmlNode& node) {
  const std::string_view name = element_name(node);
  if (name == "tr") return text.end_row();
  if (!among(inline_elements, name) && name != "td" && name != "th") text.end_line();
}

}  // namespace

Result<std::string> html_text(std::string_view bytes) {
  const auto document = XmlDocument::parse_html(with_attributes(bytes, {}));
  if (!document) return tl::unexpected(document.error());
  TextBuilder text;
  walk(
      document->root(), [&](const xmlNode& node) { return enter(text, node); },
      [&](const xmlNode& node) { leave(text, node); });
  Fields built;
  text.finish(built);
  return std::move(built.tekst);
}

}  // namespace kamerzoek
