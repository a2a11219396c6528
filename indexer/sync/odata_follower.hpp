#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/sync/entity_sets.hpp"
#include "indexer/sync/intake.hpp"
#include "indexer/sync/odata_service.hpp"
#include "indexer/sync/position.hpp"
#include "indexer/sync/record_fetcher.hpp"

namespace kamerzoek::sync {

/// Follows one entity set: from where it was at first backward to the oldest change (the fill), and
/// from there forward with the source. Both go a page at a time, and after each the position is
/// kept with the records.
///
/// A source may show a change later than one with a later stamp, and its clock may be set back. So
/// every pass forward begins ten minutes early, and once a day it goes back over the whole of that
/// day: whatever there is, is read twice.
class OdataFollower {
 public:
  /// Service and intake outlive this.
  OdataFollower(OdataService& service, Intake& intake, const EntitySet& set, Position position)
      : service_(service),
        intake_(intake),
        records_(service, intake),
        set_(set),
        position_(std::move(position)) {}

  const EntitySet& set() const { return set_; }
  const Position& position() const { return position_; }

  /// Nothing has been read yet.
  bool is_new() const { return position_ == Position{}; }

  /// One page of the fill. True when it is done: at the oldest record, or at `since` (a stamp;
  /// empty for all).
  Result<bool> back(const std::string& since);

  /// How many records the fill has still to read, as far as the source has said.
  std::size_t left() const { return left_; }

  /// Nothing from before `stamp` is to be read.
  Result<void> begin_at(const std::string& stamp);

  /// The next pass forward goes over all that has not been read twice yet, however little it is.
  void read_all_twice() { deep_next_ = true; }

  /// One page of a pass forward. True at its end, where the source has nothing newer; the next call
  /// then begins another pass.
  Result<bool> forward();

 private:
  OdataQuery query(Direction direction, const Cursor& cursor) const;
  Cursor first_of_pass();
  void end_pass();
  Result<void> take(const FetchedPage& fetched);
  Result<void> refresh(const OdataPage& page);
  Result<void> keep();

  OdataService& service_;
  Intake& intake_;
  RecordFetcher records_;
  const EntitySet& set_;
  Position position_;
  std::optional<Cursor> back_;     ///< of a fill under way
  std::optional<Cursor> forward_;  ///< of a pass under way
  bool deep_ = false;              ///< that pass goes over a day
  bool deep_next_ = false;
  std::size_t left_ = 0;
  /// Changes for which the records that show them have been read again: of the last pass, and of
  /// the one under way.
  std::set<std::string> refreshed_;
  std::set<std::string> refreshing_;
};

}  // namespace kamerzoek::sync
