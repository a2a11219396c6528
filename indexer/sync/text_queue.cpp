#include "indexer/sync/text_queue.hpp"

#include <system_error>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "indexer/document_store.hpp"

namespace kamerzoek::sync {
namespace {

namespace fs = std::filesystem;
using schema::Label;

const std::string waiting =
    std::string(schema::prefix_of(Label::awaits_text)) + schema::awaits_first_try;

template <class Read>
auto read_index(const fs::path& index, Read read)
    -> decltype(read(std::declval<const Xapian::Database&>())) {
  try {
    return read(Xapian::Database(schema::current(index).string()));
  } catch (const Xapian::Error& e) {
    return tl::unexpected(
        schema::index_error(index, e.get_type(), e.get_msg(), e.get_error_string()));
  }
}

Result<void> add(const Xapian::Database& database, Xapian::docid number,
                 std::vector<AwaitedText>& found) {
  const auto record = schema::restore(stored_record(database, number));
  if (!record) return tl::unexpected(record.error());
  auto awaited = awaited_text(*record);
  if (awaited && awaited->reason.empty()) found.push_back(*std::move(awaited));
  return {};
}

}  // namespace

Result<std::vector<AwaitedText>> TextQueue::next(std::size_t most) {
  using Found = Result<std::vector<AwaitedText>>;
  std::error_code error;
  const fs::path generation = fs::read_symlink(schema::current(index_), error);
  if (generation != std::exchange(generation_, generation)) last_ = 0;
  return read_index(index_, [&](const Xapian::Database& database) -> Found {
    std::vector<AwaitedText> found;
    auto at = database.postlist_begin(waiting);
    const auto end = database.postlist_end(waiting);
    if (at != end) at.skip_to(last_ + 1);
    for (; at != end && found.size() < most; ++at) {
      last_ = *at;
      if (auto added = add(database, *at, found); !added) return tl::unexpected(added.error());
    }
    return found;
  });
}

Result<std::vector<AwaitedText>> TextQueue::among(const std::vector<std::string>& guids) const {
  using Found = Result<std::vector<AwaitedText>>;
  return read_index(index_, [&](const Xapian::Database& database) -> Found {
    std::vector<AwaitedText> found;
    for (const std::string& guid : guids) {
      const std::string term = std::string(schema::prefix_of(Label::key)) + guid;
      const auto at = database.postlist_begin(term);
      if (at == database.postlist_end(term)) continue;
      if (auto added = add(database, *at, found); !added) return tl::unexpected(added.error());
    }
    return found;
  });
}

Result<std::size_t> TextQueue::size() const {
  return read_index(index_, [](const Xapian::Database& database) -> Result<std::size_t> {
    return database.get_termfreq(waiting);
  });
}

}  // namespace kamerzoek::sync
