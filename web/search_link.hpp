#pragma once

#include <string>

#include "search/result_page.hpp"

namespace kamerzoek::web {

/// The address of a page of results: /zoeken?q=…, with what is not as usual and nothing else, so
/// that the same results always have the same address. The page is that of the request's offset.
std::string search_address(const SearchRequest& request);

/// The same request from its first result on: for links that change what is found.
SearchRequest from_start(SearchRequest request);

}  // namespace kamerzoek::web
