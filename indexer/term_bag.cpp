#include "indexer/term_bag.hpp"

namespace kamerzoek {

TermBag::Entry& TermBag::entry(std::string_view term) {
  const auto known = places_.find(term);
  if (known != places_.end()) return entries_[known->second];
  places_.emplace(term, entries_.size());
  entries_.push_back({std::string(term)});
  return entries_.back();
}

void TermBag::pour_into(Xapian::Document& document) {
  for (const Entry& entry : entries_) {
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
