#pragma once

#include <string>

#include "corpus/model/result.hpp"
#include "web/http.hpp"
#include "web/target.hpp"

namespace kamerzoek::web {

/// 400, 404, 500 or 503.
int status_of(ErrorCode code);

/// The answer to a request that fails: problem+json under /api, else a page with the message, the
/// hint and a search box that holds what was asked.
Response problem(const Target& target, int status, const Error& error);
Response problem(const Target& target, const Error& error);

/// The same, where an answer needs whole addresses and the request names no host to make them with.
Response no_site(const Target& target);

}  // namespace kamerzoek::web
