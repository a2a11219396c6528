#pragma once

#include <cstddef>
#include <optional>

#include "cli/command.hpp"
#include "indexer/index_paths.hpp"

namespace kamerzoek::cli {

/// What a run that wrote to the index did, on standard output; `texts` where it fetches those.
void print_report(const IndexReport& report, std::optional<std::size_t> texts, Format format);

}  // namespace kamerzoek::cli
