#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

/// The list of all documents, for who reads everything rather than searches. It comes in parts, and
/// a document is in the part of its number in the index, which it keeps whatever is committed: who
/// reads one part after another misses none that was there all the while. By date the parts would
/// be as stable, but a day can have any number of documents, and a part may not.
namespace kamerzoek {

/// Most documents of a part.
inline constexpr std::size_t catalogue_part_size = 50'000;

struct CatalogueEntry {
  std::string url;  ///< its one address (address.hpp)
  /// The day its source changed it last; nothing where the source does not say.
  std::optional<std::chrono::year_month_day> changed = {};
};

}  // namespace kamerzoek
