#include "corpus/formats/sniff.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/formats/html_charset.hpp"
#include "corpus/formats/sniff_bytes.hpp"
#include "corpus/formats/sniff_json.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/model/identifiers.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view spaces = " \t\r\n\f\v";
constexpr std::size_t opentk_reach = 16 << 10;  ///< a page's list of menus and people comes first

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

/// Skips the text up to and including `end`; false when `end` is not there any more.
bool skip_past(std::string_view& text, std::string_view end) {
  const std::size_t found = text.find(end);
  if (found == std::string_view::npos) return false;
  text.remove_prefix(found + end.size());
  return true;
}

/// What markup begins with.
struct Root {
  std::string name;           ///< without its prefix; empty when no element was found
  bool declared_xml = false;  ///< there was an XML declaration
  bool declared_html = false;
};

/// Skips declaration, comments and document type up to the first element. An internal subset of
/// the document type is not followed; what stands in it names no element of the document.
Root root_of(std::string_view text) {
  Root root;
  for (;;) {
    const std::size_t start = text.find_first_not_of(spaces);
    if (start == std::string_view::npos) return root;
    text.remove_prefix(start);
    if (text.starts_with("<?")) {
      if (text.starts_with("<?xml")) root.declared_xml = true;
      if (!skip_past(text, "?>")) return root;
    } else if (text.starts_with("<!--")) {
      if (!skip_past(text, "-->")) return root;
    } else if (text.starts_with("<!")) {
      if (ascii_lower(text.substr(0, 14)) == "<!doctype html") root.declared_html = true;
      const std::size_t subset = text.substr(0, text.find('>')).find('[');
      if (!skip_past(text, subset == std::string_view::npos ? ">" : "]>")) return root;
    } else {
      break;
    }
  }
  if (!text.starts_with('<')) return root;
  std::size_t end = 1;
  while (end < text.size() && is_name_char(text[end])) ++end;
  // "<https://…>" and "<3" are text.
  if (end < text.size() && spaces.find(text[end]) == std::string_view::npos && text[end] != '>' &&
      text[end] != '/') {
    return root;
  }
  std::string_view name = text.substr(1, end - 1);
  if (name.empty() || name.ends_with(':') || (name[0] >= '0' && name[0] <= '9')) return root;
  name.remove_prefix(name.rfind(':') + 1);
  // The head may end in the middle of a character, and the name stands in a message.
  root.name = name.substr(0, first_invalid_utf8(name));
  return root;
}

/// Of those a page may begin with that leaves out what it can.
bool is_html_element(std::string_view name) {
  constexpr std::array<std::string_view, 11> elements = {
      "article", "body", "div", "h1", "h2", "head", "main", "meta", "p", "section", "table"};
  return std::ranges::find(elements, name) != elements.end();
}

/// Whether text is "Nummer: 2025D27614, datum: …", as OpenTK writes above every document.
bool is_opentk_line(std::string_view text) {
  constexpr std::string_view label = "Nummer:";
  if (!text.starts_with(label)) return false;
  text.remove_prefix(label.size());
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || !DocumentNumber::parse(text.substr(0, comma))) {
    return false;
  }
  text.remove_prefix(comma + 1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.starts_with("datum:");
}

bool has_opentk_line(std::string_view text) {
  text = text.substr(0, opentk_reach);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (is_opentk_line(line)) return true;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return false;
}

/// The same in HTML, where tags may stand between the words.
bool has_opentk_markup(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  for (std::size_t at = text.find("Nummer:"); at != std::string::npos;
       at = text.find("Nummer:", at + 1)) {
    if (is_opentk_line(std::string_view(text).substr(at, 200))) return true;
  }
  return false;
}

Result<Format> sniff_markup(std::string_view text) {
  const Root root = root_of(text);
  if (root.declared_html || ascii_lower(root.name) == "html") {
    return has_opentk_markup(text) ? Format::opentk_html : Format::html;
  }
  if (root.name == "officiele-publicatie") return Format::official_xml;
  if (root.name == "vlosCoreDocument") return Format::vlos_xml;
  if (!root.declared_xml && is_html_element(ascii_lower(root.name))) return Format::html;
  if (!root.name.empty()) {
    return failure(ErrorCode::unreadable, "XML met het onbekende hoofdelement '" + root.name + "'");
  }
  if (root.declared_xml) return failure(ErrorCode::unreadable, "XML zonder hoofdelement");
  return Format::plain_text;
}

/// A page in another set of characters, whose tags are ASCII all the same.
std::optional<Format> sniff_html(std::string_view head) {
  const std::string utf8 = html_as_utf8(head);
  if (why_no_text(utf8) || !without_lead(utf8).starts_with('<')) return std::nullopt;
  const auto format = sniff_markup(without_lead(utf8));
  const bool html = format && (*format == Format::html || *format == Format::opentk_html);
  return html ? std::optional(*format) : std::nullopt;
}

}  // namespace

Result<Format> sniff(std::string_view head) {
  // An archive without entries has no more than its end.
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return Format::package;
  if (head.starts_with("%PDF-")) return Format::pdf;
  if (is_word_97(head)) return Format::word_97;
  if (head.starts_with("{\\rtf")) return Format::rtf;
  if (auto error = why_no_text(head)) {
    if (const auto html = sniff_html(head)) return *html;
    return tl::unexpected(*std::move(error));
  }
  const std::string_view text = without_lead(head);
  if (text.starts_with('<')) return sniff_markup(text);
  if (auto json = sniff_json(text)) return *json;
  return has_opentk_line(text) ? Format::opentk_text : Format::plain_text;
}

bool is_hazardous(Format format) {
  switch (format) {
    case Format::package:
    case Format::pdf:
    case Format::html:
    case Format::opentk_html:
      return true;
    default:
      return false;
  }
}

}  // namespace kamerzoek
