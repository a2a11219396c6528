#pragma once

#include <filesystem>
#include <functional>

#include "corpus/model/result.hpp"

/// The folders of an index: one generation is live (`current` points at it), and a new one takes
/// over by one rename. Nothing here looks inside a generation.
namespace kamerzoek {

/// Puts an empty database into an empty folder, for good, and closes it.
using MakeDatabase = std::function<Result<void>(const std::filesystem::path& folder)>;

/// The live generation. When there is none yet, the first is made: `make` fills it before anybody
/// can see it, and of processes that come together one makes it. A crash meanwhile leaves what the
/// next call completes. Fails when the link is gone from an index of several generations, of which
/// nobody can say which was live.
Result<std::filesystem::path> live_generation(const std::filesystem::path& dir,
                                              const MakeDatabase& make);

/// Makes the folder `built` the next generation, and that the live one, when all of it is on the
/// disk. Atomic: a reader, also one after a crash, finds the old one or the new one; after this
/// returns the new one.
Result<void> go_live(const std::filesystem::path& dir, const std::filesystem::path& built);

/// Removes every generation but the live one, as far as that can be done. The caller holds the lock
/// of a writer. Readers that have one open keep its files.
void remove_old_generations(const std::filesystem::path& dir);

}  // namespace kamerzoek
