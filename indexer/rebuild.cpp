#include "indexer/rebuild.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "indexer/check_build.hpp"
#include "indexer/finish_build.hpp"
#include "indexer/generations.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

/// Keeps other writers out of the database, and waits for one that is at work.
Xapian::WritableDatabase lock(const fs::path& live, const RebuildOptions& options,
                              const BuildProgress& progress) {
  const auto until = std::chrono::steady_clock::now() + options.patience;
  while (true) {
    try {
      return Xapian::WritableDatabase(live.string(), Xapian::DB_OPEN);
    } catch (const Xapian::DatabaseLockError&) {
      if (std::chrono::steady_clock::now() >= until) throw;
      progress("wachten op een ander proces dat schrijft", 0, 0);
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
  }
}

Error is_damaged(const BuildFolder& build, std::string_view why) {
  return {
      ErrorCode::index_unavailable,
      fmt::format("wat in {} is gebouwd, is niet heel, en neemt het niet over: {}",
                  build.path().string(), why),
      "de index zelf is zoals hij was; geef de opdracht opnieuw, dan begint het bouwen van voren "
      "af aan. Gaat het weer mis, kijk dan of de schijf en het geheugen heel zijn"};
}

/// What a disk does not let happen is no damage. Xapian does not always say what that was, and
/// where it cannot make the file of a lock it calls that a lock.
bool is_of_disk(const Xapian::Error& e) {
  const std::string_view type = e.get_type();
  return e.get_error_string() != nullptr || type == "DatabaseCreateError" ||
         type == "DatabaseLockError";
}

}  // namespace

Result<std::size_t> rebuild(const fs::path& dir, const RebuildOptions& options,
                            const BuildProgress& progress) {
  try {
    const fs::path live = schema::current(dir);
    // Says what is wrong with it before anything is made.
    std::optional<Xapian::Database> readable(live.string());
    readable.reset();
    auto build = BuildFolder::open(dir);
    if (!build) return tl::unexpected(build.error());
    std::error_code error;
    const std::string generation = fs::read_symlink(live, error).string();
    if (auto begun = build->begin("rebuild " + generation); !begun) {
      return tl::unexpected(begun.error());
    }
    auto built = build_segments(live, build->segments(), options.limits, progress);
    if (!built) return tl::unexpected(built.error());
    auto merged = merge_build(*build, *built, progress);
    if (!merged) return tl::unexpected(merged.error());
    const auto held = lock(live, options, progress);
    return take_over(dir, *build, live, *std::move(built));
  } catch (const Xapian::Error& e) {
    return tl::unexpected(
        schema::index_error(dir, e.get_type(), e.get_msg(), e.get_error_string()));
  }
}

Result<void> discard_rebuild(const fs::path& dir) {
  if (std::error_code error; !fs::exists(dir, error)) return {};
  auto build = BuildFolder::open(dir);
  return build ? build->discard() : tl::unexpected(build.error());
}

Result<void> merge_build(BuildFolder& build, const BuiltRecords& built,
                         const BuildProgress& progress) {
  std::string fault;
  try {
    merge_segments(build.segments(), build.merging(), build.generation(), progress);
    fault = fault_of_build(build.generation(), built, progress);
  } catch (const Xapian::Error& e) {
    if (is_of_disk(e)) throw;
    fault = e.get_msg();
  } catch (const fs::filesystem_error& e) {
    return tl::unexpected(schema::file_error(e.path1(), e.code()));
  }
  if (fault.empty()) return {};
  if (auto done = build.discard(); !done) return done;
  return tl::unexpected(is_damaged(build, fault));
}

Result<std::size_t> take_over(const fs::path& dir, BuildFolder& build, const fs::path& from,
                              BuiltRecords built) {
  auto records =
      finish_build(Xapian::Database(from.string()), std::move(built), build.generation());
  if (!records) return records;
  if (auto done = go_live(dir, build.generation()); !done) return tl::unexpected(done.error());
  remove_old_generations(dir);
  if (auto done = build.discard(); !done) return tl::unexpected(done.error());
  return records;
}

}  // namespace kamerzoek
