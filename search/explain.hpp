#pragma once

#include <xapian.h>

#include "corpus/text/analyzer.hpp"
#include "search/deadline.hpp"
#include "search/result_page.hpp"
#include "search/to_xapian.hpp"

namespace kamerzoek {

/// Adds to a page of results how its query was read and why each of them was found, by asking for
/// the points of every way of every word apart: a few dozen small searches among the documents of
/// the page. `weight` is what ranked the page. Throws what Xapian throws, and DeadlinePassed.
void explain(ResultPage& page, const Xapian::Database& database, const Xapian::Weight& weight,
             const XapianQuery& query, const Deadline& deadline, Analyzer& analyzer);

}  // namespace kamerzoek
