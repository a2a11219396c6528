#pragma once

#include <functional>

#include <httplib.h>

#include "web/http.hpp"

namespace kamerzoek::web {

/// Has the library send `parts` one after the other, by HTTP/1.1 in chunks, by 1.0 until the
/// connection closes. Where one fails, throws, or `go_on` says no before it, the end is not sent
/// and the connection closed.
void send_parts(Parts parts, const std::string& type, std::function<bool()> go_on,
                const httplib::Request& request, httplib::Response& to);

}  // namespace kamerzoek::web
