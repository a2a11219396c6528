#include "corpus/formats/docx_numbering.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/formats/list_number.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

// Numbers of real items are short; a pattern may repeat them as often as it likes.
constexpr std::size_t longest_number = 40;
constexpr std::int64_t largest_start = 1'000'000;

std::string value_of(const xmlNode& parent, std::string_view name) {
  const xmlNode* element = child(parent, name);
  return element == nullptr ? std::string() : attribute(*element, "val");
}

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= largest_start ? number : otherwise;
}

NumberForm form_of(std::string_view format) {
  if (format == "lowerLetter") return NumberForm::lower_letter;
  if (format == "upperLetter") return NumberForm::upper_letter;
  if (format == "lowerRoman") return NumberForm::lower_roman;
  if (format == "upperRoman") return NumberForm::upper_roman;
  return NumberForm::decimal;
}

int level_of(const xmlNode& element) {
  const std::string level = attribute(element, "ilvl");
  return is_heading_level(level) ? level[0] - '0' : -1;
}

}  // namespace

void DocxNumbering::add(const xmlNode& element) {
  if (element_name(element) == "abstractNum") add_definition(element);
  if (element_name(element) == "num") add_list(element);
}

void DocxNumbering::add_definition(const xmlNode& element) {
  Definition definition;
  definition.count.fill(not_begun);
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (!is_element(*node) || element_name(*node) != "lvl") continue;
    const int level = level_of(*node);
    if (level < 0) continue;
    definition.level.at(static_cast<std::size_t>(level)) = {value_of(*node, "numFmt"),
                                                            value_of(*node, "lvlText"),
                                                            number_or(value_of(*node, "start"), 1)};
  }
  definitions_.emplace(attribute(element, "abstractNumId"), std::move(definition));
}

void DocxNumbering::add_list(const xmlNode& element) {
  List list{value_of(element, "abstractNumId"), {}};
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (!is_element(*node) || element_name(*node) != "lvlOverride") continue;
    const int level = level_of(*node);
    const std::int64_t start = number_or(value_of(*node, "startOverride"), -1);
    if (level >= 0 && start >= 0) list.restarts[level] = start;
  }
  lists_.emplace(attribute(element, "numId"), std::move(list));
}

void DocxNumbering::step(Definition& definition, int level) {
  const auto at = static_cast<std::size_t>(level);
  for (std::size_t i = 0; i <= at; ++i) {
    std::int64_t& count = definition.count.at(i);
    if (count == not_begun) {
      count = definition.level.at(i).start;
    } else if (i == at) {
      ++count;
    }
  }
  for (std::size_t i = at + 1; i < definition.count.size(); ++i) definition.count.at(i) = not_begun;
}

std::string DocxNumbering::text_of(const Definition& definition, int level) {
  const Level& of = definition.level.at(static_cast<std::size_t>(level));
  if (of.format == "bullet") return "-";
  if (of.format == "none") return {};
  std::string text;
  for (std::size_t i = 0; i < of.text.size() && text.size() < longest_number; ++i) {
    const bool counted = of.text[i] == '%' && i + 1 < of.text.size() && of.text[i + 1] >= '1' &&
                         of.text[i + 1] <= '9';
    if (!counted) {
      text += of.text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(of.text[++i] - '1');
    const std::int64_t count = definition.count.at(other);
    if (count != not_begun) text += list_number(count, form_of(definition.level.at(other).format));
  }
  return std::string(shortened(text, longest_number));
}

std::string DocxNumbering::next(const DocxListPlace& place) {
  const auto list = lists_.find(place.list);
  if (list == lists_.end()) return {};
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return {};
  const auto restart = list->second.restarts.find(place.level);
  step(definition->second, place.level);
  if (restart != list->second.restarts.end()) {
    definition->second.count.at(static_cast<std::size_t>(place.level)) = restart->second;
    list->second.restarts.erase(restart);
  }
  return text_of(definition->second, place.level);
}

}  // namespace kamerzoek
