#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"

namespace kamerzoek::web {

/// The response with the header that every answer has, as this client can take it: compressed, or
/// 304 without a body where the client holds this very answer. Scripts on other sites may read
/// whatever is no page (CORS).
Response finished(const Request& request, Response response);

/// The validator of a body. It is weak, since the compressed answer has the same one, and made from
/// the body rather than from the state of the index: what a feed reader holds stays good when a
/// commit changes other documents, and no page needs to know all that it depends on.
std::string entity_tag(std::string_view body);

}  // namespace kamerzoek::web
