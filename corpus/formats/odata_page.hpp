#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// A page of the OData service as who follows the service sees it: where its records stand in the
/// order of their changes. What they say is read by odata.hpp.
struct OdataPage {
  struct Place {
    std::string stamp;  ///< as utc_stamp writes it
    std::string id;     ///< GUID, lower case
    /// When the record itself was changed (`GewijzigdOp`), as written; empty where nothing is said.
    std::string changed = {};
    bool withdrawn = false;
    bool operator==(const Place&) const = default;
  };

  std::string type;                  ///< what `@odata.context` says; empty where it says nothing
  std::vector<Place> places;         ///< in the order of the page; records without any are left out
  std::size_t size = 0;              ///< all records, also those
  std::optional<std::size_t> count;  ///< of all that match, where it was asked for
  bool has_next = false;             ///< the service says that there is more
};

/// Fails for what is no JSON, or no page.
Result<OdataPage> odata_page(std::string_view bytes);

}  // namespace kamerzoek
