#pragma once

#include <cstdint>
#include <string>

namespace kamerzoek::schema {

/// What the keys of records begin with.
inline constexpr const char* record_prefix = "R";

/// The key in the database's metadata of the record that has this number: keys sort as the numbers
/// do, so that records lie side by side in the order of their documents.
std::string record_key(std::uint32_t docid);

}  // namespace kamerzoek::schema
