#include "search/near_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kamerzoek {
namespace {

constexpr std::size_t longest_text = 64;
constexpr unsigned most_edits = 3;
// One letter deeper than a near word can be, every distance is too far.
constexpr std::size_t deepest = longest_text + most_edits + 1;

/// Goes through a table as if it were a tree of letters: words that begin alike share the rows of
/// the distance matrix of that beginning, and where no distance can be small any more all words
/// that begin so are passed over.
class Walk {
 public:
  Walk(const WordTable& table, std::string_view text, unsigned most)
      : table_(table), text_(text), most_(most) {
    for (std::size_t at = 0; at <= text.size(); ++at) rows_[0][at] = static_cast<Cell>(at);
  }

  /// Calls `each(place, row)` for the words that are left; row[n] is the distance to the first n
  /// bytes of the text.
  template <class Each>
  void run(Each each) {
    std::size_t known = 0;  // letters of the last word whose rows are right
    for (WordTable::Place place = 0; place < table_.size();) {
      const std::string_view word = table_[place];
      known = std::min(known, table_.shared(place));
      bool alive = true;
      while (alive && known < word.size()) alive = next_row(word, ++known);
      if (alive) {
        each(place, rows_[known]);
        ++place;
        continue;
      }
      // The words behind it that share this beginning are as far.
      for (++place; place < table_.size() && table_.shared(place) >= known; ++place) {
      }
    }
  }

 private:
  using Cell = std::uint8_t;
  using Row = std::array<Cell, longest_text + 1>;

  /// False when all of the row is too far.
  bool next_row(std::string_view word, std::size_t depth) {
    const Row& above = rows_[depth - 1];
    Row& row = rows_[depth];
    const char letter = word[depth - 1];
    row[0] = static_cast<Cell>(depth);
    Cell least = row[0];
    for (std::size_t at = 1; at <= text_.size(); ++at) {
      const int same = text_[at - 1] == letter ? 0 : 1;
      int best = std::min({above[at - 1] + same, above[at] + 1, row[at - 1] + 1});
      if (depth > 1 && at > 1 && same == 1 && text_[at - 2] == letter &&
          text_[at - 1] == word[depth - 2]) {
        best = std::min(best, rows_[depth - 2][at - 2] + 1);
      }
      row[at] = static_cast<Cell>(best);
      least = std::min(least, row[at]);
    }
    return least <= most_;
  }

  const WordTable& table_;
  std::string_view text_;
  unsigned most_;
  std::array<Row, deepest + 1> rows_;
};

}  // namespace

std::vector<NearWord> near_words(const WordTable& table, std::string_view text, unsigned most) {
  std::vector<NearWord> near;
  if (text.size() > longest_text || most > most_edits) return near;
  Walk(table, text, most).run([&](WordTable::Place place, const auto& row) {
    if (row[text.size()] <= most) near.push_back({place, text.size(), row[text.size()]});
  });
  return near;
}

std::vector<NearWord> near_beginnings(const WordTable& table, std::string_view text,
                                      std::size_t shortest, unsigned most) {
  std::vector<NearWord> near;
  if (text.size() > longest_text || most > most_edits) return near;
  Walk(table, text, most).run([&](WordTable::Place place, const auto& row) {
    for (std::size_t at = shortest; at < text.size(); ++at) {
      if (row[at] <= most) near.push_back({place, at, row[at]});
    }
  });
  return near;
}

}  // namespace kamerzoek
