#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/searcher.hpp"
#include "web/http.hpp"
#include "web/metrics.hpp"

namespace kamerzoek::web {

/// The answer to a request: the one table of addresses. Never fails.
Response route(const Request& request, Searcher& searcher);

/// All addresses, in the order in which they are tried: "/zoeken", "/document/*.ris". A star is any
/// text within a part of a path.
std::vector<std::string> all_addresses();

/// What a request is counted as, one of a few names whatever is asked: "search", "record"; "none"
/// where nothing is at its address.
std::string_view route_of(const Request& request);

/// The counts of this process, by `route_of`.
Metrics& request_metrics();

/// The answer where no page can be made: a wrong method (405), an address that is too long (414),
/// a server that cannot read its index (503).
Response refuse(const Request& request, int status);

}  // namespace kamerzoek::web
