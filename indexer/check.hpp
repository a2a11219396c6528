#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include "corpus/model/result.hpp"
#include "indexer/findings.hpp"

namespace kamerzoek {

struct CheckReport {
  std::size_t records = 0;  ///< looked at
  Findings findings;
  /// `rebuild` mends all damage there is.
  bool is_mendable = false;

  bool is_clean() const;  ///< no damage
};

/// Called now and then, by the caller's thread: what is looked at ("de records"), how far, of how
/// many.
using CheckProgress = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

/// Looks for damage in the index in `dir`, and changes nothing in it:
///
/// - the folders: `current`, and generations that were left;
/// - every file of Xapian, by Xapian's own check, at one revision;
/// - the term lists against the posting lists, at one revision: what is found by a term is what
///   the records have, keys are those of one record, counts agree;
/// - every record: that it can be read, texts in blocks too, and that its terms, their positions,
///   its values and filters are those that `make_document` gives today.
///
/// Readers and a writer may go on. Where the writer overwrites what is being read, that part is
/// looked at again; records are looked at one by one, each at the newest revision. Needs some 60 MB
/// and the largest record. Fails where there is no index, and where a writer leaves no revision
/// long enough.
Result<CheckReport> check(const std::filesystem::path& dir, const CheckProgress& progress);

}  // namespace kamerzoek
