#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace kamerzoek::web {

/// What a template shows, as plain values. In a template an empty string, false, null and an empty
/// list are all "not there". A section finds names of the object around it too, so an entry of a
/// list sets every name its template uses. Beside every list `x` a template finds `has_x`, for what
/// stands around its entries.
using View = nlohmann::json;

/// Fills in web/templates/NAME.mustache. Every value is escaped for HTML and XML, and made
/// `printable`; the one exception is `{{{body}}}` in the layout, which holds what this function
/// made. Any thread.
std::string render(std::string_view name, View view);

}  // namespace kamerzoek::web
