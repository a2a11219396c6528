#pragma once

#include <filesystem>

#include "corpus/model/result.hpp"

/// The folders of an index: one generation is live (`current` points at it), and a new one takes
/// over by one rename. Nothing here looks inside a generation.
namespace kamerzoek {

/// The live generation, made (empty, as the first) when there is none yet.
Result<std::filesystem::path> live_generation(const std::filesystem::path& dir);

/// Makes the folder `built` the next generation, and that the live one, when all of it is on the
/// disk. Atomic: a reader finds the old one or the new one, and so does who starts the machine
/// after a power cut.
Result<void> go_live(const std::filesystem::path& dir, const std::filesystem::path& built);

/// Removes every generation but the live one. Readers that have one open keep its files until they
/// close them. What cannot be removed stays; `kamerzoek check` names it.
void remove_old_generations(const std::filesystem::path& dir);

}  // namespace kamerzoek
