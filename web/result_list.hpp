#pragma once

#include <string>
#include <vector>

#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The entries of templates/result_list.mustache.
View result_list(const std::vector<SearchResult>& results);

/// A list of {"sentence"}.
View sentences(const std::vector<std::string>& texts);

}  // namespace kamerzoek::web
