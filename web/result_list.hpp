#pragma once

#include <vector>

#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The entries of templates/result_list.mustache.
View result_list(const std::vector<SearchResult>& results);

}  // namespace kamerzoek::web
