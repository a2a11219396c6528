#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// How deep JSON from outside may nest. What the readers understand needs less than ten levels.
inline constexpr std::size_t max_json_depth = 64;

/// Parses JSON that someone else wrote. Fails, with the offset of the byte where it went wrong, for
/// what is no JSON, is no UTF-8, is cut off, nests deeper than `max_json_depth` or holds a number
/// out of range. Throws nothing but std::bad_alloc; memory is linear in the length of `bytes`.
Result<nlohmann::json> parse_hostile_json(std::string_view bytes);

}  // namespace kamerzoek
