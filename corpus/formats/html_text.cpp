#include "corpus/formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/text_lines.hpp"
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

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Past the '>' that ends the tag of which `at` is somewhere behind the name.
std::size_t past_tag(std::string_view html, std::size_t at) {
  char before = ' ';
  while (at < html.size() && html[at] != '>') {
    const char c = html[at];
    if (before == '=' && (c == '"' || c == '\'')) {
      at = std::min(html.find(c, at + 1), html.size() - 1);
    }
    if (c > ' ') before = c;
    ++at;
  }
  return std::min(at + 1, html.size());
}

// What stands in a <!…> or <?…> is not for the reader.
std::size_t past_hidden(std::string_view html, std::size_t at, std::string_view end) {
  const std::size_t found = html.find(end, at);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

// Where the end tag of a script or style begins: what looks like tags in between is none.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (ascii_lower(html.substr(at + 2, name.size())) == name) return at;
    at += 2;
  }
  return html.size();
}

// libxml2 compares every attribute of a tag with all before it, so that a hostile page could keep
// it busy for minutes. The text needs no attributes: the parser gets bare tags.
std::string with_bare_tags(std::string_view html) {
  std::string bare;
  bare.reserve(html.size());
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    bare.append(html, at, open - at);
    at = open;
    if (at == html.size()) break;
    const std::string_view rest = html.substr(at);
    const std::size_t name = rest.starts_with("</") ? 2 : 1;
    if (rest.starts_with("<!--")) {
      at = past_hidden(html, at + 4, "-->");
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      at = past_hidden(html, at, ">");
    } else if (rest.size() > name && is_letter(rest[name])) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n\f/>=\"'<", name), rest.size());
      bare.append(rest.substr(0, end)).append(">");
      at = past_tag(html, at + end);
      const std::string tag = ascii_lower(rest.substr(1, std::min<std::size_t>(end - 1, 8)));
      if (tag == "script" || tag == "style") at = end_of_raw_text(html, at, tag);
    } else {
      bare.append("&lt;");
      ++at;
    }
  }
  return bare;
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
  const auto document = XmlDocument::parse_html(with_bare_tags(bytes));
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
