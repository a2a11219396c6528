#include "corpus/formats/odt_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {

enum class OdtText::Role {
  through,
  paragraph,
  heading,
  space,
  line_break,
  note,
  list,
  item,
  row,
  cell,
  shape,
  nothing,
};

namespace {

// The text of a note or paragraph on one line, without what does not belong to it.
std::string line_of_body(const xmlNode& body) {
  OdtText of({});
  of.text().begin_single_line();
  of.add(body);
  Fields built;
  of.text().finish(built);
  if (built.tekst.ends_with('\n')) built.tekst.pop_back();
  return std::move(built.tekst);
}

bool has_text(const xmlNode& paragraph) {
  for (const xmlNode* node = next_node(paragraph, paragraph); node != nullptr;
       node = next_node(*node, paragraph)) {
    if (is_text(*node) && !collapsed(characters_of(*node)).empty()) return true;
  }
  return false;
}

}  // namespace

OdtText::Role OdtText::role_of(const xmlNode& element) {
  using Named = std::pair<std::string_view, Role>;
  // An element of another name is a wrapper (a span, a link, a section) or a field with its result.
  constexpr std::array roles = {
      Named{"annotation", Role::nothing},
      Named{"covered-table-cell", Role::nothing},
      Named{"custom-shape", Role::shape},
      Named{"forms", Role::nothing},
      Named{"frame", Role::shape},
      Named{"h", Role::heading},
      Named{"hidden-paragraph", Role::nothing},
      Named{"hidden-text", Role::nothing},
      Named{"line-break", Role::line_break},
      Named{"list", Role::list},
      Named{"list-header", Role::through},
      Named{"list-item", Role::item},
      Named{"note", Role::note},
      Named{"p", Role::paragraph},
      Named{"ruby-text", Role::nothing},
      Named{"s", Role::space},
      Named{"script", Role::nothing},
      Named{"tab", Role::space},
      Named{"table-cell", Role::cell},
      Named{"table-of-content-source", Role::nothing},
      Named{"table-row", Role::row},
      Named{"tracked-changes", Role::nothing},
  };
  static_assert(std::ranges::is_sorted(roles, {}, &Named::first));
  const std::string_view name = element_name(element);
  if (name == "section" && attribute(element, "display") == "none") return Role::nothing;
  const auto* found = std::ranges::lower_bound(roles, name, {}, &Named::first);
  return found != roles.end() && found->first == name ? found->second : Role::through;
}

void OdtText::add(const xmlNode& block) {
  walk(
      block, [this](const xmlNode& node) { return enter(node); },
      [this](const xmlNode&) { leave(); });
  add_boxes();
}

bool OdtText::enter(const xmlNode& node) {
  // Outside of paragraphs there is only what makes the XML easier to read.
  if (is_text(node) && !headings_.empty()) text_.add(characters_of(node));
  if (!is_element(node)) return false;
  const Role role = role_of(node);
  if (!begin(role, node)) return false;
  open_.push_back(role);
  return true;
}

// False for what is done at once, without a look at the children.
bool OdtText::begin(Role role, const xmlNode& node) {
  switch (role) {
    case Role::nothing:
      return false;
    case Role::space:
      text_.space();
      return false;
    case Role::line_break:
      text_.end_line();
      return false;
    case Role::note:
      add_note(node);
      return false;
    case Role::shape:
      boxes_.push_back(&node);
      return false;
    case Role::paragraph:
      begin_paragraph(node, false);
      break;
    case Role::heading:
      begin_paragraph(node, true);
      break;
    case Role::list:
      lists_.begin_list(node);
      break;
    case Role::item:
      number_ = lists_.next_item(node);
      break;
    case Role::row:
      ++rows_;
      text_.begin_row();
      break;
    case Role::cell:
      text_.cell();
      break;
    case Role::through:
      break;
  }
  return true;
}

void OdtText::leave() {
  const Role role = open_.back();
  open_.pop_back();
  if (role == Role::paragraph || role == Role::heading) end_paragraph();
  if (role == Role::list) lists_.end_list();
  if (role == Role::row) {
    --rows_;
    text_.end_row();
  }
}

void OdtText::begin_paragraph(const xmlNode& paragraph, bool heading) {
  headings_.push_back(heading && rows_ == 0);
  if (headings_.back()) text_.begin_heading();
  const std::string number = std::exchange(number_, {});
  if (number.empty() || !has_text(paragraph)) return;
  text_.add(number);
  text_.space();
}

void OdtText::end_paragraph() {
  const bool heading = headings_.back();
  headings_.pop_back();
  if (heading) {
    text_.end_heading();
  } else {
    text_.end_line();
  }
  add_boxes();
}

// A frame has a text box among other things, a shape has its paragraphs itself.
void OdtText::add_boxes() {
  for (const xmlNode* shape : std::exchange(boxes_, {})) {
    const xmlNode* box = child(*shape, "text-box");
    for (const xmlNode* node = (box == nullptr ? shape : box)->children; node != nullptr;
         node = node->next) {
      const bool whole = box != nullptr || (is_element(*node) && element_name(*node) == "p");
      if (whole) add(*node);
    }
  }
}

void OdtText::add_note(const xmlNode& note) {
  const xmlNode* citation = child(note, "note-citation");
  const xmlNode* body = child(note, "note-body");
  if (citation == nullptr || body == nullptr) return;
  std::string number;
  for (const xmlNode* node = citation->children; node != nullptr; node = node->next) {
    if (is_text(*node)) number += characters_of(*node);
  }
  text_.note(collapsed(number), line_of_body(*body));
}

}  // namespace kamerzoek
