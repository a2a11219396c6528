#include "web/neighbourhood.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "web/link_lists.hpp"
#include "web/notation.hpp"

namespace kamerzoek::web {
namespace {

// Three columns of boxes with room for lines between, narrow enough to be read on a phone.
constexpr int box_width = 116;
constexpr int box_height = 22;
constexpr int row = 28;
constexpr int width = 384;
constexpr int middle = (width - box_width) / 2;
constexpr std::size_t most_boxes = 6;
// What fits in a box.
constexpr std::size_t most_signs = 20;

/// Labels are identifiers, so that a byte is a sign.
std::string fitted(const std::string& label) {
  return label.size() <= most_signs ? label : label.substr(0, most_signs - 1) + "…";
}

/// A line from the right edge of one box to the left edge of another, level at both ends.
std::string path(int from_x, int from_y, int to_x, int to_y) {
  const int half = (from_x + to_x) / 2;
  return fmt::format("M{} {}C{} {} {} {} {} {}", from_x, from_y, half, from_y, half, to_y, to_x,
                     to_y);
}

struct Column {
  const std::vector<Link>& links;
  std::size_t total;
  bool before;  ///< these papers cite the one in the middle
};

int rows(const Column& column) {
  const std::size_t boxes = std::min(column.links.size(), most_boxes);
  return static_cast<int>(boxes + (column.total > boxes ? 1 : 0));
}

class Drawing {
 public:
  Drawing(int height, std::string self) : height_(height), self_(std::move(self)) {}

  void add(const Column& column) {
    int y = (height_ - rows(column) * row) / 2 + (row - box_height) / 2;
    const int x = column.before ? 1 : width - box_width - 1;
    const std::size_t boxes = std::min(column.links.size(), most_boxes);
    for (std::size_t i = 0; i < boxes; ++i, y += row) {
      nodes_.push_back(node(link_entry(column.links[i], column.before), x, y, column.before));
    }
    if (column.total > boxes) {
      more_.push_back({{"x", x + box_width / 2},
                       {"y", y + box_height / 2},
                       {"text", fmt::format("en nog {}", dutch_number(column.total - boxes))}});
    }
  }

  View run(std::string_view left, std::string_view right, std::string words) && {
    const int y = (height_ - box_height) / 2;
    return {{"height", height_},
            {"self",
             {{"x", middle},
              {"y", y},
              {"text_x", width / 2},
              {"text_y", y + box_height / 2},
              {"label", fitted(self_)}}},
            {"left", left},
            {"right", right},
            {"nodes", std::move(nodes_)},
            {"more", std::move(more_)},
            {"words", std::move(words)}};
  }

 private:
  View node(const View& entry, int x, int y, bool before) const {
    const int at = y + box_height / 2;
    const int center = height_ / 2;
    const auto& label = entry["label"].get_ref<const std::string&>();
    const auto& name = entry["name"].get_ref<const std::string&>();
    return {{"x", x},
            {"y", y},
            {"text_x", x + box_width / 2},
            {"text_y", at},
            {"label", fitted(label.empty() ? name : label)},
            {"title", name},
            {"href", entry["href"]},
            {"absent", entry["absent"]},
            {"path", before ? path(x + box_width, at, middle, center)
                            : path(middle + box_width, center, x, at)}};
  }

  int height_;
  std::string self_;
  View nodes_ = View::array();
  View more_ = View::array();
};

}  // namespace

View neighbourhood(const Links& links, const std::string& self) {
  if (links.cites.empty() && links.cited_by.empty()) return false;
  const Column citing{links.cited_by, links.cited_by_total, true};
  const Column cited{links.cites, links.cites.size(), false};
  Drawing drawing(std::max({rows(citing), rows(cited), 1}) * row, self);
  drawing.add(citing);
  drawing.add(cited);
  return std::move(drawing).run(
      citing.links.empty() ? "" : "haalt aan", cited.links.empty() ? "" : "aangehaald",
      fmt::format("Aangehaald door {}; verwijst naar {}", document_count(citing.total),
                  document_count(cited.total)));
}

}  // namespace kamerzoek::web
