#pragma once

#include <filesystem>
#include <functional>

#include "corpus/model/result.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {

/// Makes the index in `dir` anew of what it holds and of what `fill` adds to it, as a new
/// generation, on all cores. Nothing of it is seen until all is there; one that is interrupted has
/// changed nothing. Other writers are kept out, readers are not disturbed. `fill` is called once.
Result<void> bulk_index(const std::filesystem::path& dir,
                        const std::function<Result<void>(IndexWriter&)>& fill,
                        const BuildLimits& limits, const BuildProgress& progress);

}  // namespace kamerzoek
