#include "search/order.hpp"

#include <algorithm>
#include <limits>

namespace kamerzoek {
namespace {

/// So that comparing bytes compares numbers.
void append(std::string& key, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>(number >> shift & 0xFFU);
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> Order::key(Xapian::docid docid) const {
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  const std::uint32_t date = columns_.date(docid);
  return {date == 0               ? last
          : sort_ == Sort::oudste ? date
                                  : last - date,
          columns_.place_in_date(docid)};
}

std::string Order::operator()(const Xapian::Document& document) const {
  const auto [date, place] = key(document.get_docid());
  std::string bytes;
  append(bytes, date);
  append(bytes, place);
  return bytes;
}

std::vector<Xapian::docid> Order::slice(std::vector<Xapian::docid> all, std::size_t offset,
                                        std::size_t limit) const {
  const std::size_t first = std::min(offset, all.size());
  const std::size_t behind = first + std::min(limit, all.size() - first);
  const auto before = [this](Xapian::docid a, Xapian::docid b) { return key(a) < key(b); };
  const auto at = [&](std::size_t place) {
    return all.begin() + static_cast<std::ptrdiff_t>(place);
  };
  std::nth_element(all.begin(), at(first), all.end(), before);
  std::nth_element(at(first), at(behind), all.end(), before);
  std::vector<Xapian::docid> slice(at(first), at(behind));
  std::ranges::sort(slice);
  return slice;
}

}  // namespace kamerzoek
