#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "corpus/schema/schema.hpp"

namespace kamerzoek {

/// The live index, open for reading. For one thread at a time: each thread has its own.
class Database {
 public:
  /// Fails when there is no index in `dir`, or one of another version.
  static Result<Database> open(const std::filesystem::path& dir);

  /// Runs `work(const Xapian::Database&)`, which returns a Result, on the newest commit. Where the
  /// writer commits twice meanwhile Xapian stops the reader, and where a rebuild takes over the
  /// files are gone; then `work` runs again, a few times. Exceptions of Xapian end here.
  template <class Work>
  auto read(Work work) -> decltype(work(std::declval<const Xapian::Database&>())) {
    for (int attempt = 0;; ++attempt) {
      try {
        if (auto fresh = refresh(); !fresh) return tl::unexpected(fresh.error());
        return work(database_);
      } catch (const Xapian::DatabaseModifiedError& e) {
        if (attempt == most_attempts) return tl::unexpected(error(e));
      } catch (const Xapian::DatabaseOpeningError& e) {
        if (attempt == most_attempts || !was_replaced()) return tl::unexpected(error(e));
      } catch (const Xapian::Error& e) {
        return tl::unexpected(error(e));
      }
    }
  }

 private:
  static constexpr int most_attempts = 5;

  explicit Database(std::filesystem::path dir) : dir_(std::move(dir)) {}
  Result<void> refresh();
  /// Another generation is live than the one that was opened, or tried, last.
  bool was_replaced() const;
  Error error(const Xapian::Error& e) const;

  std::filesystem::path dir_;
  std::filesystem::path generation_;  ///< what `current` pointed at when it was opened
  std::filesystem::path tried_;       ///< the same, whether it could be opened or not
  Xapian::Database database_;
};

/// A label's term.
std::string label_term(schema::Label label, std::string_view value);

/// The query that all records match. Not Xapian::Query::MatchAll, which is one object for all
/// threads with a count of its users that is not atomic.
Xapian::Query every_record();

/// The first record known under one of the keys; 0 when there is none.
Xapian::docid find_record(const Xapian::Database& database, const std::vector<std::string>& keys);

/// The record that a name stands for, in any spelling or by any key; not_found, with what to do,
/// where it is not held, or withdrawn by its source.
Result<Xapian::docid> find_living(const Xapian::Database& database, std::string_view name);

Result<Record> load_record(const Xapian::Database& database, Xapian::docid docid);

}  // namespace kamerzoek
