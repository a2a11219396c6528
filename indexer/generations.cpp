#include "indexer/generations.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include "corpus/model/descriptor.hpp"
#include "corpus/schema/durable.hpp"
#include "corpus/schema/layout.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

/// The number at the end of a generation's name; 0 when there is none.
unsigned number_of(const fs::path& generation) {
  const std::string name = generation.filename().string();
  const std::size_t dash = name.rfind('-');
  unsigned number = 0;
  if (dash != std::string::npos) {
    std::from_chars(name.data() + dash + 1, name.data() + name.size(), number);
  }
  return number;
}

std::optional<fs::path> linked_generation(const fs::path& dir) {
  std::error_code error;
  const fs::path target = fs::read_symlink(schema::current(dir), error);
  return error ? std::nullopt : std::optional(dir / target);
}

Result<fs::path> make_empty(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (!error) fs::create_directories(folder, error);
  if (error) return tl::unexpected(schema::file_error(folder, error));
  return folder;
}

std::vector<fs::path> generations_in(const fs::path& dir, std::error_code& error) {
  std::vector<fs::path> found;
  for (fs::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with("generation-")) found.push_back(at->path());
  }
  return found;
}

/// Makes the generation in the index the live one.
Result<void> point_at(const fs::path& dir, const fs::path& generation) {
  const fs::path link = dir / "current.new";
  // The generation's own name must be there before the link is, and the link before the caller
  // removes what it led to.
  std::error_code error = schema::sync_folder(dir);
  if (!error) fs::remove(link, error);
  if (!error) fs::create_symlink(generation.filename(), link, error);
  if (!error) fs::rename(link, schema::current(dir), error);
  if (!error) error = schema::sync_folder(dir);
  if (error) return tl::unexpected(schema::file_error(schema::current(dir), error));
  return {};
}

/// The one that no link leads to: a first run was interrupted just before, or the link is lost.
Result<std::optional<fs::path>> unlinked_generation(const fs::path& dir) {
  std::error_code error;
  const std::vector<fs::path> found = generations_in(dir, error);
  if (error) return tl::unexpected(schema::file_error(dir, error));
  if (found.size() > 1) {
    return tl::unexpected(Error{ErrorCode::index_unavailable,
                                fmt::format("{} ontbreekt, en er zijn {} mappen generation-…",
                                            schema::current(dir).string(), found.size()),
                                "laat `current` wijzen naar de map generation-… die heel is"});
  }
  return found.empty() ? std::nullopt : std::optional(found.front());
}

/// A generation has its name only when it is whole.
Result<fs::path> make_first(const fs::path& dir, const MakeDatabase& make) {
  auto unfinished = make_empty(dir / "generation.nieuw");
  if (!unfinished) return unfinished;
  if (auto made = make(*unfinished); !made) return tl::unexpected(made.error());
  const fs::path first = dir / schema::generation_name(1);
  std::error_code error;
  fs::rename(*unfinished, first, error);
  if (error) return tl::unexpected(schema::file_error(first, error));
  return first;
}

}  // namespace

Result<fs::path> live_generation(const fs::path& dir, const MakeDatabase& make) {
  if (auto live = linked_generation(dir)) return *std::move(live);
  if (const auto error = schema::make_folder(dir)) {
    return tl::unexpected(schema::file_error(dir, error));
  }
  // Until there is a generation, with Xapian's lock in it.
  const Descriptor lock(::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock) ::flock(lock.get(), LOCK_EX);
  if (auto live = linked_generation(dir)) return *std::move(live);
  auto unlinked = unlinked_generation(dir);
  if (!unlinked) return tl::unexpected(unlinked.error());
  auto first = *unlinked ? Result<fs::path>(**std::move(unlinked)) : make_first(dir, make);
  if (!first) return first;
  if (auto live = point_at(dir, *first); !live) return tl::unexpected(live.error());
  return first;
}

Result<void> go_live(const fs::path& dir, const fs::path& built) {
  const auto live = linked_generation(dir);
  const fs::path generation = dir / schema::generation_name(live ? number_of(*live) + 1 : 1);
  std::error_code error = schema::sync_files(built);
  if (!error) fs::remove_all(generation, error);
  if (!error) fs::rename(built, generation, error);
  if (error) return tl::unexpected(schema::file_error(generation, error));
  return point_at(dir, generation);
}

void remove_old_generations(const fs::path& dir) {
  std::error_code error;
  const auto live = linked_generation(dir);
  for (const fs::path& generation : generations_in(dir, error)) {
    if (live && generation.filename() != live->filename()) fs::remove_all(generation, error);
  }
}

}  // namespace kamerzoek
