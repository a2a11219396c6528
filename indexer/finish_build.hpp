#pragma once

#include <cstddef>
#include <filesystem>

#include <xapian.h>

#include "corpus/model/result.hpp"
#include "indexer/built_records.hpp"

namespace kamerzoek {

/// Makes the database `into`, merged from segments that were built of `from`, what `from` is now:
/// records that were added, changed or removed since, records that share a key made one, what is
/// remembered besides records, the versions of this program. Nobody may write to `from` meanwhile.
/// Returns the number of records. Fails where that is not what `from` has, or one of them cannot be
/// read. Throws what Xapian throws.
Result<std::size_t> finish_build(const Xapian::Database& from, BuiltRecords built,
                                 const std::filesystem::path& into);

}  // namespace kamerzoek
