#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "corpus/formats/syncfeed_page.hpp"
#include "corpus/model/result.hpp"
#include "indexer/sync/polite_client.hpp"

namespace kamerzoek::sync {

/// The SyncFeed of the Tweede Kamer: all changes, of all that it has, in one order that has a place
/// (a token) for each. A page that does not fit the question (places at or before the one asked
/// for, or out of order) is asked for again, like one that is broken; one that is not full though
/// another comes after it is, once. Errors are `unreadable`, and `not_found` where the service
/// answers that it has no such thing. For one thread.
class SyncfeedService {
 public:
  /// `base` is the address of the service, without a slash behind; the client outlives this.
  SyncfeedService(PoliteClient& client, std::string base)
      : client_(client), base_(std::move(base)) {}

  /// The changes behind a place, the oldest first; 0 is before all of them.
  Result<SyncfeedPage> after(std::uint64_t token);

  /// A place that no change lies before that was made known at `moment` (a stamp) or later, and
  /// few that were made known earlier lie behind. Some fifty requests.
  Result<std::uint64_t> place_before(const std::string& moment);

 private:
  Result<SyncfeedPage> ask(std::uint64_t token);
  Result<bool> goes_on_before(std::uint64_t token, const std::string& moment);

  PoliteClient& client_;
  std::string base_;
};

}  // namespace kamerzoek::sync
