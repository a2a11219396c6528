#include "search/order.hpp"

#include <cstdint>
#include <limits>

namespace kamerzoek {
namespace {

/// So that comparing bytes compares numbers.
void append(std::string& key, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(number >> shift & 0xFFU);
}

}  // namespace

void Order::apply(Xapian::Enquire& enquire) {
  if (sort_ == Sort::relevantie) {
    enquire.set_sort_by_relevance_then_key(this, false);
  } else {
    enquire.set_sort_by_key(this, false);
  }
}

std::string Order::operator()(const Xapian::Document& document) const {
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  const std::uint32_t date = columns_.date(document.get_docid());
  std::string key;
  append(key, date == 0 ? last : sort_ == Sort::oudste ? date : last - date);
  append(key, columns_.place_in_date(document.get_docid()));
  return key;
}

}  // namespace kamerzoek
