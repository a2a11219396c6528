#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/syncfeed_page.hpp"
#include "indexer/sync/entity_sets.hpp"
#include "indexer/sync/intake.hpp"
#include "indexer/sync/record_fetcher.hpp"
#include "indexer/sync/syncfeed_service.hpp"

namespace kamerzoek::sync {

/// Follows the SyncFeed from a place on. The feed says what changed, and in which order; what it is
/// now is asked of OData, by GUID, so that the pieces are those of OData whichever is followed.
///
/// OData may show a change later than the feed does. An entry is settled when OData shows it, or
/// when it is an hour old: it is passed over then, with a report. The place that the index keeps is
/// before the first entry that is not settled, and before those of the last ten minutes, behind
/// which others may still appear; what lies beyond is read again by every pass, but asked for once.
class SyncfeedFollower {
 public:
  /// All it is given outlives this. `place`: all before it is in the index.
  SyncfeedFollower(SyncfeedService& feed, OdataService& service, Intake& intake,
                   std::uint64_t place)
      : feed_(feed), intake_(intake), records_(service, intake), place_(place) {}

  /// One page of a pass. True at its end, where the feed has nothing newer; the next call then
  /// begins another pass.
  Result<bool> forward();

  /// Keeps the place it was given or has come to, with what the intake was given before.
  Result<void> keep();

  /// When the first of the entries that wait for OData was made known (a stamp); empty for none.
  std::string waiting_since() const;

  /// What OData answered, in this pass, when it was asked for an entity set that it does not know
  /// or not as we ask for it, by the name of that. Its entries wait; those of others do not.
  const std::map<std::string_view, Error>& refused() const { return refused_; }

 private:
  using Entry = SyncfeedPage::Entry;
  using Place = OdataPage::Place;

  /// An entry between the place that is kept and the end of the feed.
  struct Known {
    std::string updated;  ///< as far as it was believed when the entry was seen first
    bool settled = false;
  };

  Result<void> take(const std::vector<Entry>& entries);
  Result<void> take(const EntitySet& set, const std::vector<Entry>& entries);
  Result<void> settle(const EntitySet& set, const std::vector<Entry>& entries,
                      const std::vector<Place>& found);
  /// Where the record stands that the entry speaks of, once that is settled.
  std::optional<Place> settled(const EntitySet& set, const Entry& entry, const Place* found);
  Result<void> withdraw(const EntitySet& set, const Entry& entry);
  void pass_settled();

  SyncfeedService& feed_;
  Intake& intake_;
  RecordFetcher records_;
  std::uint64_t place_;
  std::optional<std::uint64_t> cursor_;  ///< of a pass under way
  std::map<std::uint64_t, Known> known_;
  std::string newest_;  ///< the latest that any entry was made known
  std::map<std::string_view, Error> refused_;
};

}  // namespace kamerzoek::sync
