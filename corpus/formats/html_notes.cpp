#include "corpus/formats/html_notes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::string_view, 7> holders = {"aside", "dd",      "div", "li",
                                                     "p",     "section", "td"};
static_assert(std::ranges::is_sorted(holders));

constexpr std::size_t most_nesting = 16;  ///< of inline elements around the number of a note
constexpr std::size_t most_nodes = 400;   ///< of a note
constexpr std::size_t longest_mark = 4;   ///< "[12]" has its brackets taken off

bool is_section_heading(const xmlNode& node) {
  if (!is_element(node)) return false;
  const std::string_view name = element_name(node);
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '4';
}

std::string_view without_brackets(std::string_view text) {
  const bool round = text.starts_with('(') && text.ends_with(')');
  const bool square = text.starts_with('[') && text.ends_with(']');
  return (round || square) && text.size() > 2 ? text.substr(1, text.size() - 2) : text;
}

bool is_mark(std::string_view text) {
  if (text.empty() || text.size() > longest_mark) return false;
  const auto all = [&](auto is) { return std::ranges::all_of(text, is); };
  return all([](char c) { return c >= '0' && c <= '9'; }) || all([](char c) { return c == '*'; }) ||
         (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z');
}

bool is_first_child(const xmlNode& node) {
  const xmlNode* before = node.prev;
  while (before != nullptr && !is_element(*before)) before = before->prev;
  return before == nullptr;
}

// The paragraph, item or block around the place a mark leads to. A word processor puts the first
// paragraph of a note into a block, which has what follows as well.
const xmlNode* holder_of(const xmlNode& place) {
  const xmlNode* node = &place;
  for (std::size_t i = 0; i < most_nesting && node != nullptr && is_element(*node); ++i) {
    if (std::ranges::binary_search(holders, element_name(*node))) {
      const xmlNode* parent = node->parent;
      const bool first = element_name(*node) == "p" && parent != nullptr && is_element(*parent) &&
                         is_first_child(*node) && !attribute(*parent, "id").empty();
      return first ? parent : node;
    }
    if (is_section_heading(*node)) return nullptr;
    node = node->parent;
  }
  return nullptr;
}

bool is_note(const xmlNode& holder, std::string_view mark) {
  bool linked = false;
  std::size_t nodes = 0;
  for (const xmlNode* node = next_node(holder, holder); node != nullptr;
       node = next_node(*node, holder)) {
    if (is_section_heading(*node) || ++nodes > most_nodes) return false;
    linked = linked || leads_into_page(*node);
  }
  const std::string begin = short_text_of(holder);
  return linked || begin.starts_with(mark) || begin.starts_with("[" + std::string(mark) + "]");
}

}  // namespace

std::string short_text_of(const xmlNode& element) {
  std::string text;
  std::size_t nodes = 0;
  for (const xmlNode* node = next_node(element, element);
       node != nullptr && nodes < most_nodes && text.size() < 4 * longest_mark;
       node = next_node(*node, element), ++nodes) {
    if (is_text(*node)) text += collapsed(characters_of(*node).substr(0, 64));
  }
  return text;
}

bool leads_into_page(const xmlNode& link) {
  return is_element(link) && element_name(link) == "a" && attribute(link, "href").starts_with('#');
}

HtmlNotes::HtmlNotes(const xmlNode& page) {
  for (const xmlNode* node = &page; node != nullptr; node = next_node(*node, page)) {
    for (const std::string_view name : {"id", "name"}) {
      if (std::string place = attribute(*node, name); !place.empty()) {
        places_.emplace(std::move(place), node);
      }
    }
  }
}

std::string HtmlNotes::mark_of(const xmlNode& link) {
  if (!leads_into_page(link)) return {};
  const std::string text = short_text_of(link);
  const std::string_view mark = without_brackets(text);
  return is_mark(mark) ? std::string(mark) : std::string();
}

const xmlNode* HtmlNotes::take(const xmlNode& link) {
  const std::string mark = mark_of(link);
  if (mark.empty()) return nullptr;
  const auto place = places_.find(attribute(link, "href").substr(1));
  if (place == places_.end() || passed_.contains(place->second)) return nullptr;
  const xmlNode* holder = holder_of(*place->second);
  if (holder == nullptr || passed_.contains(holder) || !judged_.insert(holder).second) {
    return nullptr;
  }
  if (!is_note(*holder, mark)) return nullptr;
  taken_.insert(holder);
  return holder;
}

}  // namespace kamerzoek
