#pragma once

#include <cstddef>
#include <filesystem>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// Makes the index in `dir` anew from the records it holds, as a new generation beside the live
/// one, which it then replaces. Reads any schema and analysis version whose records this program
/// understands. No writer may have the index open; readers are not disturbed. Returns the number
/// of records.
Result<std::size_t> rebuild(const std::filesystem::path& dir);

}  // namespace kamerzoek
