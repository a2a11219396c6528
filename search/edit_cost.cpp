#include "search/edit_cost.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace kamerzoek {
namespace {

constexpr std::size_t longest = 64;
constexpr double slip = 1;
constexpr double sounds_alike = least_edit_cost;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> alike = {{
    {"ei", "ij"},
    {"y", "ij"},
    {"y", "i"},
    {"ou", "au"},
    {"d", "t"},
    {"d", "dt"},
    {"t", "dt"},
    {"t", "th"},
    {"c", "k"},
    {"c", "s"},
    {"s", "z"},
    {"f", "v"},
    {"f", "ph"},
    {"g", "ch"},
    {"i", "ie"},
    {"x", "ks"},
}};

using Row = std::array<double, longest + 1>;

class Matrix {
 public:
  Matrix(std::string_view typed, std::string_view meant) : typed_(typed), meant_(meant) {
    for (std::size_t at = 0; at <= typed.size(); ++at) {
      for (std::size_t to = 0; to <= meant.size(); ++to) rows_[at][to] = cheapest(at, to);
    }
  }

  double whole() const { return rows_[typed_.size()][meant_.size()]; }

 private:
  /// Of the ways to the first `at` bytes typed from the first `to` meant.
  double cheapest(std::size_t at, std::size_t to) const {
    if (at == 0 && to == 0) return 0;
    double best = longest;
    const auto try_way = [&](std::size_t typed, std::size_t meant, double cost) {
      best = std::min(best, rows_[at - typed][to - meant] + cost);
    };
    if (at > 0) try_way(1, 0, doubles(typed_, at) ? sounds_alike : slip);
    if (to > 0) try_way(0, 1, doubles(meant_, to) ? sounds_alike : slip);
    if (at == 0 || to == 0) return best;
    try_way(1, 1, typed_[at - 1] == meant_[to - 1] ? 0 : slip);
    if (at > 1 && to > 1 && typed_[at - 1] == meant_[to - 2] && typed_[at - 2] == meant_[to - 1]) {
      try_way(2, 2, slip);
    }
    const std::string_view typed = typed_.substr(0, at);
    const std::string_view meant = meant_.substr(0, to);
    for (const auto& [one, other] : alike) {
      if (typed.ends_with(one) && meant.ends_with(other)) {
        try_way(one.size(), other.size(), sounds_alike);
      }
      if (typed.ends_with(other) && meant.ends_with(one)) {
        try_way(other.size(), one.size(), sounds_alike);
      }
    }
    return best;
  }

  /// Whether the letter before `at` is the same as the one before that.
  static bool doubles(std::string_view word, std::size_t at) {
    return at > 1 && word[at - 1] == word[at - 2];
  }

  std::string_view typed_;
  std::string_view meant_;
  std::array<Row, longest + 1> rows_;
};

}  // namespace

double edit_cost(std::string_view typed, std::string_view meant) {
  if (typed.size() > longest || meant.size() > longest) return longest;
  return Matrix(typed, meant).whole();
}

}  // namespace kamerzoek
