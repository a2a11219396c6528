#pragma once

#include <optional>
#include <string_view>

#include "corpus/formats/sniff.hpp"

namespace kamerzoek {

/// Tells JSON of the OData service from JSON Lines by the names of the first object's members.
/// Nothing for text that is no JSON; a failure for JSON that is neither. `text` begins at its first
/// character and may be cut anywhere.
std::optional<Result<Format>> sniff_json(std::string_view text);

}  // namespace kamerzoek
