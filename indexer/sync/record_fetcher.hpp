#pragma once

#include <vector>

#include "indexer/sync/entity_sets.hpp"
#include "indexer/sync/intake.hpp"
#include "indexer/sync/odata_service.hpp"

namespace kamerzoek::sync {

/// Brings in records by their GUIDs, many a request, as the OData service has them now: the very
/// pieces that following their entity set gives. For one thread.
class RecordFetcher {
 public:
  /// Service and intake outlive this.
  RecordFetcher(OdataService& service, Intake& intake) : service_(service), intake_(intake) {}

  /// The records of `set` with the GUIDs of `wanted`, brought in where records of the set are read.
  /// Returns where those stand that the service has.
  Result<std::vector<OdataPage::Place>> fetch(const EntitySet& set,
                                              const std::vector<OdataPage::Place>& wanted);

  /// Reads the records again that show those of `set` that have changed. Where no other shows them
  /// nothing is asked. `changed` is in the order of its stamps.
  Result<void> fetch_showing(const EntitySet& set, const std::vector<OdataPage::Place>& changed);

 private:
  OdataService& service_;
  Intake& intake_;
};

}  // namespace kamerzoek::sync
