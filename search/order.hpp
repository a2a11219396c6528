#pragma once

#include <string>

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

  void apply(Xapian::Enquire& enquire);

  std::string operator()(const Xapian::Document& document) const override;

 private:
  Sort sort_;
  const Columns& columns_;
};

}  // namespace kamerzoek
