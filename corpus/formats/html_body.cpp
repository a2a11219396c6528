#include "corpus/formats/html_body.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/page_address.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::string_view, 5> furniture_roles = {"banner", "complementary",
                                                             "contentinfo", "navigation", "search"};
static_assert(std::ranges::is_sorted(furniture_roles));

constexpr std::array<std::string_view, 3> furniture_classes = {"breadcrumb", "noprint", "skiplink"};

bool is_furniture(const xmlNode& element) {
  if (std::ranges::binary_search(furniture_roles, attribute(element, "role"))) return true;
  const std::string classes = ascii_lower(attribute(element, "class"));
  return std::ranges::any_of(furniture_classes, [&](std::string_view name) {
    return classes.find(name) != std::string::npos;
  });
}

// A row of one cell is a frame around text.
bool has_one_cell(const xmlNode& row) {
  std::size_t cells = 0;
  for (const xmlNode* node = row.children; node != nullptr && cells < 2; node = node->next) {
    if (is_element(*node) && html_role(element_name(*node)) == HtmlRole::cell) ++cells;
  }
  return cells < 2;
}

// "↩︎", "↑"
bool is_arrow(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

// The number a list begins with, which is what its author says.
std::size_t first_number(const xmlNode& list) {
  const std::string start = attribute(list, "start");
  const bool number = !start.empty() && start.size() < 6 &&
                      std::ranges::all_of(start, [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::stoul(start) : 1;
}

}  // namespace

void HtmlBody::add(const xmlNode& part) {
  const std::string_view name = element_name(part);
  whole_page_ = name == "body" || name == "main" || name == "html";
  if (!in_note()) {
    for (const xmlNode* node = part.parent; node != nullptr; node = node->parent) {
      notes_->pass(*node);
    }
  }
  walk(
      part, [this](const xmlNode& node) { return enter(node); },
      [this](const xmlNode&) { leave(); });
  text_.end_line();
}

bool HtmlBody::enter(const xmlNode& node) {
  if (is_text(node)) text_.add(characters_of(node));
  if (!is_element(node)) return false;
  if (in_note() ? belongs_to_mark(node) : notes_->is_taken(node)) return false;
  if (!in_note()) notes_->pass(node);
  open_.push_back({html_role(element_name(node))});
  if (!is_furniture(node) && begin(node)) return true;
  open_.pop_back();
  return false;
}

// False for what is done at once, without a look at the children.
bool HtmlBody::begin(const xmlNode& element) {
  HtmlRole& role = open_.back().role;
  switch (role) {
    case HtmlRole::nothing:
      return false;
    case HtmlRole::furniture:
      return begin_furniture(element);
    case HtmlRole::heading:
      return begin_heading();
    case HtmlRole::link:
      return begin_link(element);
    case HtmlRole::in_line:
      return true;
    case HtmlRole::list:
      lists_.push_back(element_name(element) == "ol" ? std::optional(first_number(element) - 1)
                                                     : std::nullopt);
      break;
    case HtmlRole::item:
      begin_item();
      return true;
    case HtmlRole::row:
      if (has_one_cell(element)) {
        role = HtmlRole::block;
        break;
      }
      ++rows_;
      text_.begin_row();
      return true;
    case HtmlRole::cell:
      if (rows_ > 0) text_.cell();
      return true;
    case HtmlRole::block:
      break;
  }
  text_.end_line();
  return true;
}

// Forms are left to their controls: some pages are one from top to bottom. A header of the page is
// none of the document.
bool HtmlBody::begin_furniture(const xmlNode& element) {
  const std::string_view name = element_name(element);
  if (name != "form" && (name != "header" || whole_page_)) return false;
  open_.back().role = HtmlRole::block;
  text_.end_line();
  return true;
}

// Above a note stands what it is ("Noot"), in a row a heading is a cell like others.
bool HtmlBody::begin_heading() {
  if (in_note()) return false;
  if (rows_ > 0) {
    open_.back().role = HtmlRole::in_line;
  } else {
    text_.begin_heading();
  }
  return true;
}

bool HtmlBody::begin_link(const xmlNode& link) {
  if (in_note()) return true;
  if (const xmlNode* note = notes_->take(link)) {
    const std::string mark = HtmlNotes::mark_of(link);
    text_.note(mark, note_text(*note, mark));
    return false;
  }
  std::string document = document_at(attribute(link, "href"));
  if (document.empty()) return true;
  text_.open_mark(Mark::Kind::verwijzing, document);
  open_.back().marked = true;
  return true;
}

void HtmlBody::begin_item() {
  text_.end_line();
  const bool numbered = !lists_.empty() && lists_.back();
  text_.add(numbered ? std::to_string(++*lists_.back()) + "." : "-");
  text_.space();
  text_.hold_line();
}

// The mark in front of a note, and the link back to where it stands in the text.
bool HtmlBody::belongs_to_mark(const xmlNode& element) const {
  const HtmlRole role = html_role(element_name(element));
  if (role != HtmlRole::link && role != HtmlRole::in_line) return false;
  const std::string text = short_text_of(element);
  if (leads_into_page(element) && is_arrow(text)) return true;
  return text_.text().empty() && (text == mark_ || text == "[" + mark_ + "]");
}

void HtmlBody::leave() {
  const Open closed = open_.back();
  open_.pop_back();
  switch (closed.role) {
    case HtmlRole::heading:
      text_.end_heading();
      break;
    case HtmlRole::list:
      lists_.pop_back();
      text_.end_line();
      break;
    case HtmlRole::item:
    case HtmlRole::block:
      text_.end_line();
      break;
    case HtmlRole::row:
      --rows_;
      text_.end_row();
      break;
    case HtmlRole::link:
      if (closed.marked) text_.close_mark();
      break;
    default:
      break;
  }
}

std::string HtmlBody::note_text(const xmlNode& note, std::string_view mark) {
  TextBuilder text;
  text.begin_single_line();
  HtmlBody body(text, mark);
  for (const xmlNode* node = note.children; node != nullptr; node = node->next) body.add(*node);
  Fields built;
  text.finish(built);
  if (built.tekst.ends_with('\n')) built.tekst.pop_back();
  return std::move(built.tekst);
}

}  // namespace kamerzoek
