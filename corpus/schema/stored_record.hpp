#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

/// A record as the index stores it (docs/index-format.md): its pieces as JSON, packed; behind them
/// the text that readers see of it, where that is long, in blocks that are packed each by itself.
/// So a search that shows one passage of a report neither parses nor unpacks the report.
namespace kamerzoek::schema {

/// A text from this size on, in bytes, is a long one.
inline constexpr std::size_t least_long = 4096;

/// `filters` are those of the text of `view(record)` (passage_filters.hpp), and count only where
/// that is long. A long text without them gets filters that say every word may be everywhere.
std::string store(const Record& record, std::string_view filters = {});

/// The same, where `restore(stored)` gave the record: packed as it is there, unless an earlier
/// schema did that.
std::string store_again(std::string_view stored, const Record& record, std::string_view filters);

/// All of what was stored. Fails with index_unavailable for anything else.
Result<Record> restore(std::string_view stored);

/// A long text that is read in parts. For one thread at a time: it keeps the block it has read
/// last.
class LongText {
 public:
  /// A heading is the bytes [begin, end) of the text.
  struct Heading {
    std::size_t begin;
    std::size_t end;
  };
  /// A page of print begins at this byte of the text.
  struct Page {
    std::size_t begin;
    std::string number;
  };
  /// What a source knows of a text besides its words, in the order of the text.
  struct Places {
    std::vector<Heading> headings = {};
    std::vector<Page> pages = {};
    std::vector<Noot> notes = {};
  };

  /// Of `size` bytes; `data` is the filters and then the blocks, of the sizes given. Fails with
  /// index_unavailable where these do not fit together.
  static Result<LongText> open(std::size_t size, const std::vector<std::size_t>& blocks,
                               std::string data, Places places);

  std::size_t size() const { return size_; }

  /// The bytes [begin, end) as far as they lie in the text. Fails where the index is damaged.
  Result<std::string> read(std::size_t begin, std::size_t end) const;

  /// Of every stretch, as PassageFilters makes them.
  std::string_view filters() const;

  const Places& places() const { return places_; }

 private:
  Result<std::string_view> unpacked(std::size_t block) const;

  std::string data_;
  std::size_t size_ = 0;
  std::vector<std::size_t> ends_;  ///< of each block, in `data_`
  Places places_;
  mutable std::optional<std::size_t> last_unpacked_;  ///< the block that `last_block_` is of
  mutable std::string last_block_;
};

/// A record of which a long text is not unpacked.
struct StoredRecord {
  /// Takes what `store` wrote. Fails as `restore` does.
  static Result<StoredRecord> open(std::string_view stored);

  Record record;  ///< of a long text only the opening, without its marks and notes
  std::optional<LongText> text;
};

}  // namespace kamerzoek::schema
