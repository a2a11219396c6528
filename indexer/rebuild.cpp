#include "indexer/rebuild.hpp"

#include <utility>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "indexer/generations.hpp"
#include "indexer/index_writer.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

Result<std::size_t> copy_records(const Xapian::Database& from, IndexWriter& into) {
  std::size_t count = 0;
  for (auto at = from.postlist_begin(""); at != from.postlist_end(""); ++at) {
    auto record = schema::restore(from.get_document(*at).get_data());
    if (!record) return tl::unexpected(record.error());
    for (Piece& piece : record->pieces) {
      if (auto done = into.put(std::move(piece)); !done) return tl::unexpected(done.error());
    }
    ++count;
  }
  if (auto done = into.commit(); !done) return tl::unexpected(done.error());
  return count;
}

/// What the index remembers besides its records; the new one has versions of its own.
void copy_notes(const Xapian::Database& from, IndexWriter& into) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key) {
    if (*key == schema::version_key || *key == schema::analysis_key) continue;
    into.remember(*key, from.get_metadata(*key));
  }
}

}  // namespace

Result<std::size_t> rebuild(const fs::path& dir) {
  try {
    const fs::path live = schema::current(dir);
    // Held to keep other writers out until the new generation has taken over.
    const Xapian::WritableDatabase lock(live.string(), Xapian::DB_OPEN);
    auto generation = next_generation(dir);
    if (!generation) return tl::unexpected(generation.error());
    std::error_code error;
    const fs::path old = dir / fs::read_symlink(live, error);
    auto writer = IndexWriter::create(dir, *generation);
    if (!writer) return tl::unexpected(writer.error());
    const Xapian::Database from(live.string());
    copy_notes(from, *writer);
    auto count = copy_records(from, *writer);
    if (!count) return count;
    if (auto gone_live = go_live(dir, *generation); !gone_live) {
      return tl::unexpected(gone_live.error());
    }
    // Readers that have it open keep their files until they close them.
    fs::remove_all(old, error);
    return count;
  } catch (const Xapian::Error& e) {
    return tl::unexpected(schema::index_error(dir, e.get_type(), e.get_msg()));
  }
}

}  // namespace kamerzoek
