#include "corpus/formats/html_text.hpp"

#include <utility>

#include "corpus/formats/html_role.hpp"
#include "corpus/formats/html_tags.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {
namespace {

bool enter(TextBuilder& text, const xmlNode& node) {
  if (is_text(node)) text.add(characters_of(node));
  if (!is_element(node)) return false;
  switch (html_role(element_name(node))) {
    case HtmlRole::nothing:
    case HtmlRole::furniture:
      return false;
    case HtmlRole::in_line:
    case HtmlRole::link:
      break;
    case HtmlRole::row:
      text.begin_row();
      break;
    case HtmlRole::cell:
      text.cell();
      break;
    case HtmlRole::item:
      text.end_line();
      text.add("- ");
      text.hold_line();
      break;
    case HtmlRole::block:
    case HtmlRole::heading:
    case HtmlRole::list:
      text.end_line();
      break;
  }
  return true;
}

void leave(TextBuilder& text, const xmlNode& node) {
  switch (html_role(element_name(node))) {
    case HtmlRole::row:
      return text.end_row();
    case HtmlRole::block:
    case HtmlRole::heading:
    case HtmlRole::list:
    case HtmlRole::item:
      return text.end_line();
    default:
      return;
  }
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
