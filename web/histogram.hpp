#pragma once

#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The values of templates/histogram.mustache: how many of all matches are of each month, quarter
/// or year, as bars that lead to the same search within that time. False where all are of one
/// month.
View histogram(const ResultPage& page);

}  // namespace kamerzoek::web
