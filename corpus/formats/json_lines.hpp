#pragma once

#include <cstddef>
#include <istream>

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// The project's own JSON Lines: a record a line, with `id` and any field of the contract; or a
/// line of `kamerzoek export`, whose `bronnen` are put back piece by piece. Streams: memory is
/// bounded by the longest line taken, `max_line` bytes. A line that is too long, no JSON or
/// without `id` is a problem ("regel 12") and the rest goes on.
Result<void> read_json_lines(std::istream& in, const Sink& sink,
                             std::size_t max_line = std::size_t{32} << 20);

}  // namespace kamerzoek
