#include "corpus/formats/docx_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {

enum class DocxText::Role {
  through,
  paragraph,
  text,
  space,
  line_break,
  hyphen,
  footnote,
  endnote,
  field,
  row,
  frame,  // a row of one cell: a box around paragraphs
  cell,
  box,
  nothing,
};

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool is_on(const xmlNode* parent, std::string_view name) {
  const xmlNode* property = parent == nullptr ? nullptr : child(*parent, name);
  if (property == nullptr) return false;
  const std::string value = attribute(*property, "val");
  return value != "0" && value != "false" && value != "off";
}

bool has_child_of_child(const xmlNode& element, std::string_view outer, std::string_view inner) {
  const xmlNode* found = child(element, outer);
  return found != nullptr && child(*found, inner) != nullptr;
}

std::string value_of(const xmlNode* parent, std::string_view name) {
  const xmlNode* element = parent == nullptr ? nullptr : child(*parent, name);
  return element == nullptr ? std::string() : attribute(*element, "val");
}

// Not for what the word processor puts in to break lines.
void add_characters(TextBuilder& text, const xmlNode& element) {
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (!is_text(*node)) continue;
    std::string_view rest = characters_of(*node);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(soft_hyphen), rest.size());
      text.add(rest.substr(0, end));
      rest.remove_prefix(std::min(end + soft_hyphen.size(), rest.size()));
    }
  }
}

bool has_one_cell(const xmlNode& row) {
  std::size_t cells = 0;
  for (const xmlNode* node = row.children; node != nullptr && cells < 2; node = node->next) {
    if (is_element(*node) && (element_name(*node) == "tc" || element_name(*node) == "sdt")) ++cells;
  }
  return cells < 2;
}

bool has_text(const xmlNode& paragraph) {
  for (const xmlNode* t = descendant(paragraph, "t"); t != nullptr; t = next_node(*t, paragraph)) {
    if (is_text(*t) && !collapsed(characters_of(*t)).empty()) return true;
  }
  return false;
}

bool is_left_out(const xmlNode& element, std::string_view name) {
  if (name == "r") return is_on(child(element, "rPr"), "vanish");
  if (name == "sdt") return has_child_of_child(element, "sdtPr", "showingPlcHdr");
  if (name == "tr") return has_child_of_child(element, "trPr", "del");
  return false;
}

}  // namespace

DocxText::Role DocxText::role_of(const xmlNode& element) {
  using Named = std::pair<std::string_view, Role>;
  // An element of another name is a wrapper: a run, a link, an insertion, a table.
  constexpr std::array roles = {
      Named{"Fallback", Role::nothing},
      Named{"br", Role::line_break},
      Named{"cr", Role::line_break},
      Named{"del", Role::nothing},
      Named{"delInstrText", Role::nothing},
      Named{"delText", Role::nothing},
      Named{"endnoteReference", Role::endnote},
      Named{"fldChar", Role::field},
      Named{"footnoteReference", Role::footnote},
      Named{"instrText", Role::nothing},
      Named{"moveFrom", Role::nothing},
      Named{"noBreakHyphen", Role::hyphen},
      Named{"p", Role::paragraph},
      Named{"pPr", Role::nothing},
      Named{"ptab", Role::space},
      Named{"rPr", Role::nothing},
      Named{"rt", Role::nothing},
      Named{"sdtPr", Role::nothing},
      Named{"sectPr", Role::nothing},
      Named{"t", Role::text},
      Named{"tab", Role::space},
      Named{"tblGrid", Role::nothing},
      Named{"tblPr", Role::nothing},
      Named{"tc", Role::cell},
      Named{"tcPr", Role::nothing},
      Named{"tr", Role::row},
      Named{"trPr", Role::nothing},
      Named{"txbxContent", Role::box},
  };
  static_assert(std::ranges::is_sorted(roles, {}, &Named::first));
  const std::string_view name = element_name(element);
  if (is_left_out(element, name)) return Role::nothing;
  if (name == "tr" && has_one_cell(element)) return Role::frame;
  const auto* found = std::ranges::lower_bound(roles, name, {}, &Named::first);
  return found != roles.end() && found->first == name ? found->second : Role::through;
}

void DocxText::add(const xmlNode& block) {
  walk(
      block, [this](const xmlNode& node) { return enter(node); },
      [this](const xmlNode&) { leave(); });
  add_boxes();
}

bool DocxText::enter(const xmlNode& node) {
  if (!is_element(node)) return false;
  const Role role = role_of(node);
  if (!begin(role, node)) return false;
  open_.push_back(role);
  return true;
}

// False for what is done at once, without a look at the children.
bool DocxText::begin(Role role, const xmlNode& node) {
  switch (role) {
    case Role::nothing:
      return false;
    case Role::text:
      if (!hidden()) add_characters(text_, node);
      return false;
    case Role::space:
      text_.space();
      return false;
    case Role::line_break:
      text_.end_line();
      return false;
    case Role::hyphen:
      if (!hidden()) text_.add("-");
      return false;
    case Role::footnote:
      add_note(footnotes_, node);
      return false;
    case Role::endnote:
      add_note(endnotes_, node);
      return false;
    case Role::field:
      field(node);
      return false;
    case Role::box:
      boxes_.push_back(&node);
      return false;
    case Role::paragraph:
      begin_paragraph(node);
      break;
    case Role::row:
      text_.begin_row();
      rows_.push_back(role);
      break;
    case Role::frame:
      rows_.push_back(role);
      break;
    case Role::cell:
      if (!rows_.empty() && rows_.back() == Role::row) text_.cell();
      break;
    case Role::through:
      break;
  }
  return true;
}

void DocxText::leave() {
  const Role role = open_.back();
  open_.pop_back();
  if (role == Role::paragraph) end_paragraph();
  if (role == Role::row) text_.end_row();
  if (role == Role::row || role == Role::frame) rows_.pop_back();
}

void DocxText::add_boxes() {
  for (const xmlNode* box : std::exchange(boxes_, {})) {
    for (const xmlNode* node = box->children; node != nullptr; node = node->next) add(*node);
  }
}

void DocxText::begin_paragraph(const xmlNode& paragraph) {
  const xmlNode* properties = child(paragraph, "pPr");
  const std::string style = value_of(properties, "pStyle");
  const std::string level = value_of(properties, "outlineLvl");
  const bool filled = has_text(paragraph);
  const bool heading = level.empty() ? styles_.is_heading(style) : is_heading_level(level);
  Paragraph begun;
  begun.heading = heading && filled && !in_row();
  // The end of a paragraph is a character of its own, which can be deleted.
  begun.ends_line = properties == nullptr || !has_child_of_child(*properties, "rPr", "del");
  if (begun.heading) text_.begin_heading();
  auto place = properties == nullptr ? std::nullopt : list_place_of(*properties);
  if (!place) place = styles_.list_place(style);
  if (place) add_number(*place, filled);
  paragraphs_.push_back(begun);
}

void DocxText::add_number(const DocxListPlace& place, bool has_text) {
  const std::string number = numbering_.next(place);
  if (number.empty() || !has_text) return;
  text_.add(number);
  text_.space();
}

void DocxText::end_paragraph() {
  const Paragraph ended = paragraphs_.back();
  paragraphs_.pop_back();
  // An instruction ends with its paragraph: a file that forgot to say so would lose its text.
  if (hidden()) fields_.clear();
  instructions_ = 0;
  if (ended.heading) {
    text_.end_heading();
  } else if (ended.ends_line) {
    text_.end_line();
  }
  add_boxes();
}

bool DocxText::in_row() const {
  return std::ranges::find(rows_, Role::row) != rows_.end();
}

void DocxText::add_note(const Notes& notes, const xmlNode& reference) {
  const auto note = notes.find(attribute(reference, "id"));
  if (hidden() || note == notes.end()) return;
  text_.note(std::to_string(++notes_), note->second);
}

// begin, instruction, separate, result, end; results hold fields themselves.
void DocxText::field(const xmlNode& character) {
  const std::string type = attribute(character, "fldCharType");
  if (type == "begin") {
    fields_.push_back(true);
    ++instructions_;
    return;
  }
  if (fields_.empty()) return;
  if (fields_.back()) --instructions_;
  fields_.back() = false;
  if (type == "end") fields_.pop_back();
}

std::string DocxText::note_text(const xmlNode& note) {
  DocxText of({}, {}, {}, {});
  of.text_.begin_single_line();
  of.add(note);
  Fields built;
  of.text_.finish(built);
  if (built.tekst.ends_with('\n')) built.tekst.pop_back();
  return std::move(built.tekst);
}

}  // namespace kamerzoek
