#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "corpus/formats/odata_page.hpp"
#include "indexer/sync/odata_service.hpp"

namespace kamerzoek::sync {

/// The key under which an index keeps the position in an entity set, before the name of that.
inline const std::string position_key = "kamerzoek.sync.odata.";

/// The key under which it keeps the place in the SyncFeed that it has read up to: a number.
inline const std::string syncfeed_key = "kamerzoek.sync.syncfeed";

/// A source may show a change later than one that came after it. So what lies so close to the
/// latest is read again by every pass.
constexpr std::chrono::seconds look_back{600};

/// How far the index has followed one entity set: all that changed from `oldest` to `newest` (both
/// stamps, included) has been read. Kept by the index itself, in one transaction with the records
/// it speaks of, so that both are always of one moment.
struct Position {
  std::string newest;
  std::string oldest;
  std::string checked;    ///< up to here all has been read twice (odata_follower.hpp)
  bool complete = false;  ///< there is nothing older than `oldest`

  bool operator==(const Position&) const = default;

  std::string text() const;
  /// Of text that is none, a position that has read nothing.
  static Position parse(const std::string& text);
};

/// Where in the order of changes the next page begins. Pages are asked for by the stamp of the last
/// record read, not by their number: a record that changes while pages are read moves to another
/// place, and all behind it shift. Records of that stamp are read twice, which changes nothing.
class Cursor {
 public:
  explicit Cursor(std::string bound) : bound_(std::move(bound)) {}

  const std::string& bound() const { return bound_; }
  std::size_t skip() const { return skip_; }

  /// Moves behind the page. False where that leads nowhere.
  bool pass(const OdataPage& page);

 private:
  std::string bound_;
  std::size_t skip_ = 0;
};

}  // namespace kamerzoek::sync
