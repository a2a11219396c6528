#include "indexer/term_bag.hpp"

#include <algorithm>

namespace kamerzoek {

TermBag::Entry& TermBag::entry(std::string_view term) {
  const auto known = places_.find(term);
  if (known != places_.end()) return entries_[known->second];
  places_.emplace(term, entries_.size());
  entries_.push_back({std::string(term)});
  return entries_.back();
}

void TermBag::pour_into(Xapian::Document& document) {
  for (Entry& entry : entries_) {
    // Xapian adds a position behind the others at once, and another one slowly.
    if (!std::ranges::is_sorted(entry.positions)) std::ranges::sort(entry.positions);
    unsigned wdf = entry.wdf;
    for (const unsigned position : entry.positions) {
      document.add_posting(entry.term, position, wdf);
      wdf = 0;
    }
    if (entry.positions.empty()) document.add_term(entry.term, wdf);
  }
  entries_.clear();
  places_.clear();
}

}  // namespace kamerzoek
