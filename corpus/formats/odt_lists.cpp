#include "corpus/formats/odt_lists.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::int64_t largest_start = 1'000'000;
constexpr std::int64_t not_begun = -1;
// A parenthesis or a word ("Artikel "); every item repeats it.
constexpr std::size_t longest_affix = 20;

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= largest_start ? number : otherwise;
}

NumberForm form_of(std::string_view format) {
  if (format == "a") return NumberForm::lower_letter;
  if (format == "A") return NumberForm::upper_letter;
  if (format == "i") return NumberForm::lower_roman;
  if (format == "I") return NumberForm::upper_roman;
  return NumberForm::decimal;
}

}  // namespace

void OdtLists::add_style(const xmlNode& element) {
  if (element_name(element) != "list-style") return;
  Style style;
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (!is_element(*node)) continue;
    const std::int64_t at = number_or(attribute(*node, "level"), 0);
    if (at < 1 || std::cmp_greater(at, levels)) continue;
    const std::string format = attribute(*node, "num-format");
    style.at(static_cast<std::size_t>(at) - 1) = {
        element_name(*node) == "list-level-style-bullet",
        element_name(*node) == "list-level-style-number" && !format.empty(),
        form_of(format),
        std::string(shortened(attribute(*node, "num-prefix"), longest_affix)),
        std::string(shortened(attribute(*node, "num-suffix"), longest_affix)),
        number_or(attribute(*node, "start-value"), 1),
        static_cast<std::size_t>(number_or(attribute(*node, "display-levels"), 1))};
  }
  styles_.emplace(attribute(element, "name"), std::move(style));
}

void OdtLists::begin_list(const xmlNode& list) {
  std::string style = attribute(list, "style-name");
  if (style.empty() && !open_.empty()) style = open_.back().style;
  std::int64_t count = not_begun;
  if (attribute(list, "continue-numbering") == "true" && open_.empty()) {
    const auto before = counted_.find(style);
    if (before != counted_.end()) count = before->second;
  }
  open_.push_back({std::move(style), count});
}

void OdtLists::end_list() {
  if (open_.size() == 1) counted_[open_.back().style] = open_.back().count;
  open_.pop_back();
}

const OdtLists::Level* OdtLists::level() const {
  if (open_.empty() || open_.size() > levels) return nullptr;
  const auto style = styles_.find(open_.back().style);
  return style == styles_.end() ? nullptr : &style->second.at(open_.size() - 1);
}

std::string OdtLists::next_item(const xmlNode& item) {
  const Level* at = level();
  if (at == nullptr) return {};
  std::int64_t& count = open_.back().count;
  count = count == not_begun ? at->start : count + 1;
  count = number_or(attribute(item, "start-value"), count);
  if (at->is_bullet) return "-";
  if (!at->is_number) return {};
  std::string text;
  const Style& style = styles_.find(open_.back().style)->second;
  const std::size_t shown = std::clamp<std::size_t>(at->shown, 1, open_.size());
  for (std::size_t i = open_.size() - shown; i < open_.size(); ++i) {
    if (open_[i].count == not_begun) continue;
    if (!text.empty()) text += '.';
    text += list_number(open_[i].count, style.at(i).form);
  }
  return at->before + text + at->after;
}

}  // namespace kamerzoek
