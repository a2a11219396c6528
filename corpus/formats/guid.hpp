#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// A GUID ("BD76DF64-60b2-4e77-86bf-4cd2a4d5560a") in lower case; empty for anything else.
std::string guid(std::string_view text);

}  // namespace kamerzoek
