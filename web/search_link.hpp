#pragma once

#include <string>
#include <string_view>

#include "search/result_page.hpp"

namespace kamerzoek::web {

/// The address of a page of results: /zoeken?q=…, with what is not as usual and nothing else, so
/// that the same results always have the same address. The page is that of the request's offset.
std::string search_address(const SearchRequest& request);

/// The address of all that is found, as a file: /zoeken.csv?q=…
std::string export_address(const SearchRequest& request, std::string_view extension);

/// The address of the newest of what is found, as a feed: /zoeken.atom?q=…, whatever the order.
std::string feed_address(const SearchRequest& request, std::string_view extension);

/// The address of a document with the query that found it, so that its page marks the words; the
/// address alone without a query.
std::string address_with_query(std::string address, const std::string& query);

/// The page of what this name signed: /persoon/…; empty for no name.
std::string person_address(std::string_view name);

/// The same request from its first result on: for links that change what is found.
SearchRequest from_start(SearchRequest request);

}  // namespace kamerzoek::web
