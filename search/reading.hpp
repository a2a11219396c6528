#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/explanation.hpp"
#include "search/query.hpp"
#include "search/sought.hpp"

namespace kamerzoek {

/// How a query was read: `typed` as it came, `query` as it was parsed and `sought` as it was
/// translated for an index. Any thread.
QueryReading reading_of(std::string_view typed, const Query& query, const Sought& sought);

/// What a reader must know without asking: of which wildcards words were left out.
std::vector<std::string> notes_on(const Sought& cut);

/// The name of a way in JSON: "precies", "vorm", …
std::string_view name_of(Way::Kind kind);

}  // namespace kamerzoek
