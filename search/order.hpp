#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "search/columns.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// The order of results: by date and then by identifier, or those after relevance, so that no two
/// documents are equal and pages neither repeat nor skip. Without a date comes last, whichever way
/// dates run. Must live as long as the enquiry, and the columns as long as it.
class Order : public Xapian::KeyMaker {
 public:
  Order(Sort sort, const Columns& columns) : sort_(sort), columns_(columns) {}

  /// Of all these the ones at `offset` and after by date, at most `limit`; ascending.
  std::vector<Xapian::docid> slice(std::vector<Xapian::docid> all, std::size_t offset,
                                   std::size_t limit) const;

  std::string operator()(const Xapian::Document& document) const override;

 private:
  /// What is less comes first.
  std::pair<std::uint32_t, std::uint32_t> key(Xapian::docid docid) const;

  Sort sort_;
  const Columns& columns_;
};

}  // namespace kamerzoek
