#include "indexer/index_writer.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "corpus/schema/durable.hpp"
#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/document_store.hpp"
#include "indexer/generations.hpp"
#include "indexer/make_document.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

// A batch is kept in memory until it is written: small enough for a small machine, large enough
// that the fixed cost of a commit does not show.
constexpr std::size_t most_records = 10'000;
constexpr std::size_t most_bytes = std::size_t{32} << 20;
// What is gathered is nobody's to read yet: while a batch is written the next one is read.
constexpr std::size_t most_bytes_gathered = std::size_t{4} << 20;

/// A record in the current batch.
struct Entry {
  Record record;
  std::vector<Xapian::docid> docids;  ///< where it stands now; several when records became one
  bool changed = false;
};

std::string key_term(const std::string& key) {
  return std::string(schema::prefix_of(schema::Label::key)) + key;
}

}  // namespace

struct IndexWriter::State {
  fs::path dir;
  fs::path generation;
  Xapian::WritableDatabase database;
  Xapian::Database committed;  ///< as of the last commit; looking there flushes nothing
  Analyzer analyzer;
  bool is_gathering = false;
  std::deque<Entry> batch;  ///< a deque, so that entries stay where they are
  std::unordered_map<std::string, Entry*> entry_of;
  std::map<std::string, std::string> notes;  ///< the metadata of this batch
  std::size_t bytes = 0;

  Error error(const Xapian::Error& e) const {
    return schema::index_error(dir, e.get_type(), e.get_msg(), e.get_error_string());
  }

  /// Opens for writing; `flags` are Xapian's.
  Result<void> open(const fs::path& folder, int flags) {
    try {
      generation = folder;
      database = Xapian::WritableDatabase(generation.string(), flags);
      if (database.get_doccount() == 0 && database.get_metadata(schema::version_key).empty()) {
        database.set_metadata(schema::version_key, std::to_string(schema::version));
        database.set_metadata(schema::analysis_key, std::to_string(analysis_version));
        database.commit();
      }
      // Also what a killed process committed last, before its place is written anew.
      if (auto kept = keep_names(); !kept) return kept;
      committed = Xapian::Database(generation.string());
      return check_versions();
    } catch (const Xapian::Error& e) {
      return tl::unexpected(error(e));
    }
  }

  Result<void> check_versions() const {
    auto ok = schema::check_version(dir, "schema", database.get_metadata(schema::version_key),
                                    schema::version);
    if (!ok) return ok;
    return schema::check_version(dir, "analyse", database.get_metadata(schema::analysis_key),
                                 analysis_version);
  }

  /// The entry of the record with this key, from the batch or the index; null when there is none.
  Result<Entry*> find(const std::string& key) {
    if (const auto known = entry_of.find(key); known != entry_of.end()) return known->second;
    const auto posting = committed.postlist_begin(key_term(key));
    if (posting == committed.postlist_end(key_term(key))) return nullptr;
    auto record = schema::restore(stored_record(committed, *posting));
    if (!record) return tl::unexpected(record.error());
    Entry& entry = batch.emplace_back(Entry{*std::move(record), {*posting}, false});
    remember(entry, keys(entry.record));
    return &entry;
  }

  void remember(Entry& entry, const std::vector<std::string>& names) {
    for (const std::string& name : names) entry_of[name] = &entry;
  }

  void unite(Entry& into, Entry& other) {
    absorb(into.record, std::move(other.record));
    into.docids.insert(into.docids.end(), other.docids.begin(), other.docids.end());
    into.changed = true;
    other = Entry{};
    remember(into, keys(into.record));
  }

  /// The one entry for a record with these keys; a new one when nobody knows any of them.
  Result<Entry*> entry_for(const std::vector<std::string>& names) {
    Entry* entry = nullptr;
    for (const std::string& name : names) {
      auto found = find(name);
      if (!found) return found;
      if (*found == nullptr || *found == entry) continue;
      if (entry == nullptr) {
        entry = *found;
      } else {
        unite(*entry, **found);
      }
    }
    return entry != nullptr ? entry : &batch.emplace_back();
  }

  void write(Entry& entry) {
    const MadeDocument made =
        is_gathering ? make_keyed(entry.record) : make_document(entry.record, analyzer);
    std::ranges::sort(entry.docids);
    if (entry.docids.empty()) {
      add(database, made);
    } else {
      replace(database, entry.docids.front(), made);
      for (std::size_t i = 1; i < entry.docids.size(); ++i) {
        remove(database, entry.docids[i]);
      }
    }
  }

  /// Xapian syncs its files and not their folder: a loss of power could bring back the version
  /// before this one, in whose place the next batch will write.
  Result<void> keep_names() const {
    const auto error = schema::sync_folder(generation);
    return error ? tl::unexpected(schema::file_error(generation, error)) : Result<void>{};
  }

  bool is_full() const {
    return batch.size() >= most_records ||
           bytes >= (is_gathering ? most_bytes_gathered : most_bytes);
  }

  bool has_changed() const { return !notes.empty() || std::ranges::any_of(batch, &Entry::changed); }

  Result<void> write_batch() {
    auto written = has_changed() ? write_changes() : Result<void>{};
    batch.clear();
    entry_of.clear();
    notes.clear();
    bytes = 0;
    return written;
  }

  Result<void> write_changes() {
    // Inside a transaction Xapian never commits of its own accord.
    database.begin_transaction(true);
    for (Entry& entry : batch) {
      if (entry.changed) write(entry);
    }
    for (const auto& [key, value] : notes) database.set_metadata(key, value);
    database.commit_transaction();
    if (auto kept = keep_names(); !kept) return kept;
    committed.reopen();
    return {};
  }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

Result<IndexWriter> IndexWriter::open(const fs::path& dir) {
  const MakeDatabase make = [&](const fs::path& folder) -> Result<void> {
    State first;
    first.dir = dir;
    return first.open(folder, Xapian::DB_CREATE);
  };
  for (;;) {
    auto generation = live_generation(dir, make);
    if (!generation) return tl::unexpected(generation.error());
    auto state = std::make_unique<State>();
    state->dir = dir;
    const auto opened = state->open(*generation, Xapian::DB_OPEN);
    // A rebuild may have taken over meanwhile; nobody would see what is written to the old one.
    const auto live = live_generation(dir, make);
    if (!live) return tl::unexpected(live.error());
    if (*live != *generation) continue;
    if (!opened) return tl::unexpected(opened.error());
    return IndexWriter(std::move(state));
  }
}

Result<IndexWriter> IndexWriter::gather(const fs::path& into) {
  auto state = std::make_unique<State>();
  state->dir = into;
  state->is_gathering = true;
  auto opened = state->open(into, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  if (!opened) return tl::unexpected(opened.error());
  return IndexWriter(std::move(state));
}

Result<Change> IndexWriter::put(Piece piece) {
  try {
    auto entry = state_->entry_for(piece.keys);
    if (!entry) return tl::unexpected(entry.error());
    const std::vector<std::string> names = piece.keys;
    state_->bytes += piece.fields.tekst.size();
    const Change change = kamerzoek::put((*entry)->record, std::move(piece));
    if (change != Change::none) (*entry)->changed = true;
    state_->remember(**entry, names);
    if (state_->is_full()) {
      if (auto written = state_->write_batch(); !written) return tl::unexpected(written.error());
    }
    return change;
  } catch (const Xapian::Error& e) {
    return tl::unexpected(state_->error(e));
  }
}

void IndexWriter::remember(std::string key, std::string value) {
  state_->notes.insert_or_assign(std::move(key), std::move(value));
}

Result<std::map<std::string, std::string>> IndexWriter::remembered(std::string_view prefix) const {
  try {
    std::map<std::string, std::string> found;
    const Xapian::Database& database = state_->committed;
    const std::string begin(prefix);
    for (auto key = database.metadata_keys_begin(begin); key != database.metadata_keys_end(begin);
         ++key) {
      found.emplace(*key, database.get_metadata(*key));
    }
    return found;
  } catch (const Xapian::Error& e) {
    return tl::unexpected(state_->error(e));
  }
}

Result<void> IndexWriter::commit() {
  try {
    return state_->write_batch();
  } catch (const Xapian::Error& e) {
    return tl::unexpected(state_->error(e));
  }
}

}  // namespace kamerzoek
