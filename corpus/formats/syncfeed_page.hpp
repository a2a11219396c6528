#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// A page of the Tweede Kamer's SyncFeed (Atom, gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0):
/// which records changed, in the order in which the source made that known. What they say now is
/// asked of OData, which spells out relations that the feed names by GUID only.
struct SyncfeedPage {
  struct Entry {
    /// The place behind this entry: the `skiptoken` of its "next". Greater than that of what came
    /// before; one order for all that the source makes known.
    std::uint64_t token = 0;
    std::string set = {};      ///< the entity set of OData that the record is in ("DocumentActor")
    std::string id = {};       ///< GUID, lower case; empty where no record is named
    std::string updated = {};  ///< when it was made known, as utc_stamp writes it; may be empty
    /// When the record itself was changed (`bijgewerkt`), as written; empty where nothing is said.
    std::string changed = {};
    bool withdrawn = false;

    bool operator==(const Entry&) const = default;
  };

  std::vector<Entry> entries;  ///< in the order of the page
  bool in_order = true;        ///< each entry's token is greater than the one before it
  bool has_next = false;       ///< the feed says that there is another page
  bool is_end = false;         ///< it says where to resume: all has been read
};

/// Fails for what is no XML (xml_stream.hpp), for what is no page, and for an entry without a
/// place.
Result<SyncfeedPage> syncfeed_page(std::string_view bytes);

}  // namespace kamerzoek
