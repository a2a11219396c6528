#include "search/database.hpp"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "corpus/references/spelling.hpp"
#include "corpus/schema/layout.hpp"
#include "corpus/schema/record_key.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"

namespace kamerzoek {

namespace fs = std::filesystem;

Result<Database> Database::open(const fs::path& dir) {
  Database database(dir);
  auto opened = database.read([](const Xapian::Database&) { return Result<void>{}; });
  if (!opened) return tl::unexpected(opened.error());
  return database;
}

Result<void> Database::refresh() {
  std::error_code missing;
  const fs::path generation = fs::read_symlink(schema::current(dir_), missing);
  if (missing) {
    return tl::unexpected(schema::index_error(dir_, "DatabaseNotFoundError", "er is geen index"));
  }
  tried_ = generation;
  if (generation == generation_) {
    database_.reopen();
    return {};
  }
  database_ = Xapian::Database((dir_ / generation).string());
  auto ok = schema::check_version(dir_, "schema", database_.get_metadata(schema::version_key),
                                  schema::version);
  if (!ok) return ok;
  ok = schema::check_version(dir_, "analyse", database_.get_metadata(schema::analysis_key),
                             analysis_version);
  if (ok) generation_ = generation;
  return ok;
}

bool Database::was_replaced() const {
  std::error_code missing;
  return fs::read_symlink(schema::current(dir_), missing) != tried_ && !missing;
}

Error Database::error(const Xapian::Error& e) const {
  return schema::index_error(dir_, e.get_type(), e.get_msg(), e.get_error_string());
}

std::string label_term(schema::Label label, std::string_view value) {
  return std::string(schema::prefix_of(label)).append(value);
}

Xapian::Query every_record() {
  return Xapian::Query(std::string());
}

Xapian::docid find_record(const Xapian::Database& database, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    const std::string term = label_term(schema::Label::key, key);
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) return *posting;
  }
  return 0;
}

Result<Xapian::docid> find_living(const Xapian::Database& database, std::string_view name) {
  // As people write it, and exactly as it is.
  std::vector<std::string> keys = keys_named(name);
  keys.emplace_back(name);
  const Xapian::docid docid = find_record(database, keys);
  if (docid == 0) {
    return failure(ErrorCode::not_found, fmt::format("'{}' is niet in de index", name),
                   "zoek het op woorden, of schrijf het als kst-34682-228 of 2025D27614");
  }
  // Living records alone have this value.
  if (database.get_document(docid).get_value(schema::id).empty()) {
    return failure(ErrorCode::not_found, fmt::format("'{}' is door de bron ingetrokken", name));
  }
  return docid;
}

Result<Record> load_record(const Xapian::Database& database, Xapian::docid docid) {
  return schema::restore(database.get_metadata(schema::record_key(docid)));
}

}  // namespace kamerzoek
