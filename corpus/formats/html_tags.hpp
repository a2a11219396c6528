#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kamerzoek {

/// HTML whose tags have no other attributes than those of the names given (small letters), each at
/// most once, and without comments, declarations, scripts and styles. libxml2 compares every
/// attribute of a tag with all before it, so that a hostile page could keep it busy for minutes.
/// Any bytes; time is linear.
std::string with_attributes(std::string_view html, std::span<const std::string_view> names);

}  // namespace kamerzoek
