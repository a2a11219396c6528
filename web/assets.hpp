#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http.hpp"

namespace kamerzoek::web {

/// /assets/kamerzoek-0123456789ab.css: another address for another content, so that a browser may
/// keep it for ever. `name` is that of a file in web/assets.
std::string asset_address(std::string_view name);

/// The asset with this address; none for anything else, an outdated address among it.
std::optional<Response> asset_at(std::string_view path);

}  // namespace kamerzoek::web
