#pragma once

#include <cstddef>
#include <filesystem>

#include "corpus/formats/reader.hpp"
#include "indexer/extractor.hpp"

namespace kamerzoek {

/// The largest file that is read whole. JSON Lines are read a line at a time and have no limit.
inline constexpr std::size_t largest_file = std::size_t{64} << 20;

/// Reads a file as what its content says it is, hazardous ones by the extractor. Fails when the
/// file as a whole cannot be read; parts that are skipped go to `sink.problem`. The file may change
/// or vanish meanwhile.
Result<void> read_file(const std::filesystem::path& path, Extractor& extractor, const Sink& sink);

}  // namespace kamerzoek
