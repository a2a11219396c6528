#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <xapian.h>

namespace kamerzoek {

/// The terms of one document, counted before Xapian is told: it keeps a document's terms in a tree,
/// in which a common word would be looked up for each of its occurrences.
class TermBag {
 public:
  /// Counts the term, which is not empty, `wdf` times.
  void add(std::string_view term, unsigned wdf) { entry(term).wdf += wdf; }

  /// The same, standing so far behind each of these positions.
  void add_at(std::string_view term, std::span<const unsigned> positions, unsigned behind,
              unsigned wdf) {
    Entry& entry = this->entry(term);
    entry.wdf += wdf;
    for (const unsigned position : positions) entry.positions.push_back(position + behind);
  }

  /// Gives all terms to the document, and is empty then.
  void pour_into(Xapian::Document& document);

 private:
  struct Entry {
    std::string term;
    unsigned wdf = 0;
    std::vector<unsigned> positions = {};
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view term) const {
      return std::hash<std::string_view>{}(term);
    }
  };

  Entry& entry(std::string_view term);

  std::vector<Entry> entries_;
  tsl::robin_map<std::string, std::size_t, Hash, std::equal_to<>,
                 std::allocator<std::pair<std::string, std::size_t>>, true>
      places_;
};

}  // namespace kamerzoek
