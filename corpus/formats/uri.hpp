#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// The bytes of a path as they stand in a URI (RFC 3986): those that are not plain there as %NN.
std::string uri_path(std::string_view path);

}  // namespace kamerzoek
