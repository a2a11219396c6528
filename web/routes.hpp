#pragma once

#include "search/searcher.hpp"
#include "web/http.hpp"

namespace kamerzoek::web {

/// The answer to a request: the one table of addresses. Never fails.
Response route(const Request& request, Searcher& searcher);

/// The answer where no page can be made: a wrong method (405), an address that is too long (414),
/// a server that cannot read its index (503).
Response refuse(const Request& request, int status);

}  // namespace kamerzoek::web
