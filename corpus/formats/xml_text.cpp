#include "corpus/formats/xml_text.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "corpus/formats/element_role.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

using Role = ElementRole;

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t width = white_space_at(text);
    if (width == 0) return false;
    text.remove_prefix(width);
  }
  return true;
}

bool has_text_beside_elements(const xmlNode& parent) {
  for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
    if (is_text(*node) && !is_blank(characters_of(*node))) return true;
  }
  return false;
}

bool has_elements(const xmlNode& parent) {
  const xmlNode* node = parent.children;
  while (node != nullptr && !is_element(*node)) node = node->next;
  return node != nullptr;
}

// The sources use six kinds of dashes and dots for an item without a number.
std::string item_number(const std::string& number) {
  constexpr std::array<std::string_view, 7> dots = {"•", "–", "—", "·", "▪", "◦", "−"};
  return std::ranges::find(dots, number) != dots.end() ? "-" : number;
}

void add_number(TextBuilder& text, const std::string& number) {
  if (number.empty()) return;
  text.add(item_number(number));
  text.space();
  text.hold_line();
}

void add_note(TextBuilder& text, const xmlNode& note) {
  std::string nummer = attribute(note, "nr");
  std::string tekst = line_of(note);
  if (const xmlNode* number = child(note, "noot.nr")) {
    nummer = line_of(*number);
    // The number stands first in the note, and its text begins after it.
    if (tekst.starts_with(nummer)) tekst = collapsed(tekst.substr(nummer.size()));
  }
  text.note(std::move(nummer), std::move(tekst));
}

std::string target_of(const xmlNode& reference) {
  // Some have a space in front.
  std::string target = collapsed(attribute(reference, "doc"));
  return target.empty() ? attribute(reference, "dossier") : target;
}

class Walker {
 public:
  Walker(TextBuilder& text, const ElementReader& read) : text_(text), read_(read) {}

  void add(const xmlNode& node) {
    walk(
        node, [this](const xmlNode& at) { return enter(at); }, [this](const xmlNode&) { leave(); });
  }

  // The children alone, as if `parent` itself were nothing.
  void add_children(const xmlNode& parent) {
    frames_.push_back({Role::nothing, has_text_beside_elements(parent)});
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) add(*node);
    frames_.pop_back();
  }

 private:
  bool enter(const xmlNode& node) {
    if (is_text(node)) text_.add(characters_of(node));
    if (!is_element(node) || (read_ && read_(node, text_))) return false;
    Role role = role_named(element_name(node));
    if (role == Role::open) role = beside_text() ? Role::in_line : Role::block;
    if (role == Role::structure_text) role = has_elements(node) ? Role::block : Role::heading;
    if (!begin(role, node)) return false;
    frames_.push_back({role, has_text_beside_elements(node)});
    return true;
  }

  void leave() {
    const Role role = frames_.back().role;
    frames_.pop_back();
    end(role);
  }

  struct Frame {
    Role role;
    bool has_text;
  };

  bool beside_text() const { return !frames_.empty() && frames_.back().has_text; }

  // False for what is done at once, without a look at the children.
  bool begin(Role role, const xmlNode& node) {
    switch (role) {
      case Role::nothing:
        return false;
      case Role::note:
        add_note(text_, node);
        return false;
      case Role::number:
        add_number(text_, line_of(node));
        return false;
      case Role::line_break:
        text_.end_line();
        return false;
      case Role::heading:
        text_.begin_heading();
        break;
      case Role::row:
        text_.begin_row();
        break;
      case Role::cell:
        text_.cell();
        break;
      case Role::script:
        text_.join();
        break;
      case Role::word:
        text_.space();
        break;
      case Role::in_line:
        text_.inline_edge();
        break;
      case Role::reference:
        text_.inline_edge();
        text_.open_mark(Mark::Kind::verwijzing, target_of(node));
        break;
      case Role::item:
        begin_item(node);
        break;
      case Role::open:
      case Role::structure_text:
      case Role::block:
        text_.end_line();
        break;
    }
    return true;
  }

  void end(Role role) {
    switch (role) {
      case Role::heading:
        text_.end_heading();
        break;
      case Role::row:
        text_.end_row();
        break;
      case Role::script:
        text_.after_script();
        break;
      case Role::word:
        text_.space();
        break;
      case Role::in_line:
        text_.inline_edge();
        break;
      case Role::reference:
        text_.close_mark();
        text_.inline_edge();
        break;
      case Role::item:
      case Role::block:
        text_.end_line();
        break;
      default:
        break;
    }
  }

  void begin_item(const xmlNode& item) {
    text_.end_line();
    if (child(item, "li.nr") != nullptr) return;
    const std::string number = attribute(item, "nr");
    add_number(text_, number.empty() ? "-" : number);
  }

  TextBuilder& text_;
  const ElementReader& read_;
  std::vector<Frame> frames_;
};

}  // namespace

void add_text(TextBuilder& text, const xmlNode& node, const ElementReader& read) {
  Walker(text, read).add(node);
}

std::string line_of(const xmlNode& node) {
  TextBuilder text;
  text.begin_single_line();
  const ElementReader pass_notes = [](const xmlNode& inner, TextBuilder&) {
    return element_name(inner) == "noot";
  };
  Walker(text, pass_notes).add_children(node);
  Fields built;
  text.finish(built);
  if (built.tekst.ends_with('\n')) built.tekst.pop_back();
  return std::move(built.tekst);
}

}  // namespace kamerzoek
