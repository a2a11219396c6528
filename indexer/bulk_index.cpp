#include "indexer/bulk_index.hpp"

#include <utility>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/stored_record.hpp"
#include "indexer/document_store.hpp"
#include "indexer/rebuild.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

/// What the index holds already; its versions are written again at the end.
Result<void> copy(const Xapian::Database& from, IndexWriter& into) {
  for (const auto& [key, value] : notes_in(from)) into.remember(key, value);
  for (auto at = from.postlist_begin(""); at != from.postlist_end(""); ++at) {
    auto record = schema::restore(stored_record(from, *at));
    if (!record) return tl::unexpected(record.error());
    for (Piece& piece : record->pieces) {
      if (auto done = into.put(std::move(piece)); !done) return tl::unexpected(done.error());
    }
  }
  return into.commit();
}

Result<void> gather(const fs::path& live, const fs::path& into,
                    const std::function<Result<void>(IndexWriter&)>& fill) {
  auto gathered = IndexWriter::gather(into);
  if (!gathered) return tl::unexpected(gathered.error());
  auto done = copy(Xapian::Database(live.string()), *gathered);
  if (done) done = fill(*gathered);
  return done;
}

}  // namespace

Result<void> bulk_index(const fs::path& dir, const std::function<Result<void>(IndexWriter&)>& fill,
                        const BuildLimits& limits, const BuildProgress& progress) {
  try {
    // Checks the versions, and keeps other writers out.
    const auto held = IndexWriter::open(dir);
    if (!held) return tl::unexpected(held.error());
    auto build = BuildFolder::open(dir);
    if (!build) return tl::unexpected(build.error());
    auto done = build->discard();
    if (done) done = build->begin("index");
    if (done) done = gather(schema::current(dir), build->records(), fill);
    if (!done) return done;
    auto built = build_segments(build->records(), build->segments(), limits, progress);
    if (!built) return tl::unexpected(built.error());
    done = merge_build(*build, *built, progress);
    if (!done) return done;
    auto records = take_over(dir, *build, build->records(), *std::move(built));
    return records ? Result<void>{} : tl::unexpected(records.error());
  } catch (const Xapian::Error& e) {
    return tl::unexpected(
        schema::index_error(dir, e.get_type(), e.get_msg(), e.get_error_string()));
  }
}

}  // namespace kamerzoek
