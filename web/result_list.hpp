#pragma once

#include <string>
#include <vector>

#include "search/result_page.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The entries of templates/result_list.mustache. They lead to pages that mark the words of
/// `query`.
View result_list(const std::vector<SearchResult>& results, const std::string& query = {});

/// A list of {"sentence"}.
View sentences(const std::vector<std::string>& texts);

}  // namespace kamerzoek::web
