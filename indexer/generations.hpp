#pragma once

#include <filesystem>

#include "corpus/model/result.hpp"

/// The folders of an index: one generation is live (`current` points at it), and a new one takes
/// over by one rename. Nothing here looks inside a generation.
namespace kamerzoek {

/// The live generation, made (empty, as the first) when there is none yet.
Result<std::filesystem::path> live_generation(const std::filesystem::path& dir);

/// An empty folder for the generation after the live one. What an interrupted rebuild left under
/// that name is removed first.
Result<std::filesystem::path> next_generation(const std::filesystem::path& dir);

/// Makes `generation` the live one. Atomic: a reader finds the old one or the new one.
Result<void> go_live(const std::filesystem::path& dir, const std::filesystem::path& generation);

}  // namespace kamerzoek
