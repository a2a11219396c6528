#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus/formats/odata_page.hpp"
#include "corpus/model/result.hpp"
#include "indexer/sync/polite_client.hpp"

namespace kamerzoek::sync {

/// Which way along the order of changes.
enum class Direction { forward, back };

/// A request for a page of records of one entity set, in the order of their changes.
struct OdataQuery {
  std::string set;
  std::string expand;  ///< as $expand wants it; empty for nothing
  Direction direction = Direction::forward;
  std::string bound;     ///< the stamp to begin at, itself included; empty: at the end
  std::size_t skip = 0;  ///< so many more, of those that have the bound's own stamp
  bool count = false;    ///< say how many match
};

/// A page with the bytes it came in.
struct FetchedPage {
  OdataPage page;
  std::string body;
  bool is_last = false;
};

/// The OData service of the Tweede Kamer. A page that does not fit the question (another type,
/// records before the bound or out of order: a cache that answers with another page) is asked for
/// again, like one that is broken; one that lacks some of its records is, once. Errors are
/// `unreadable`, and `not_found` where the service answers that it has no such thing. For one
/// thread.
class OdataService {
 public:
  /// `base` is the address of the service, without a slash behind; the client outlives this.
  OdataService(PoliteClient& client, std::string base) : client_(client), base_(std::move(base)) {}

  Result<FetchedPage> changes(const OdataQuery& query);

  using Fits = std::function<bool(const OdataPage&)>;

  /// Records of `set` that match the filter (of OData's own language), a page from `skip` on; it
  /// must fit what else is known of the answer.
  Result<FetchedPage> matching(
      const std::string& set, const std::string& expand, const std::string& filter,
      std::size_t skip, const Fits& fits = [](const OdataPage&) { return true; });

  /// How many terms like `term` a filter for `matching` may have, joined by "or": the part of an
  /// address behind its "?" has less than the 2,048 bytes that IIS bears. At least one.
  static std::size_t most_terms(const std::string& expand, const std::string& term);

  /// The address of the file that belongs to the document.
  std::string resource(const std::string& guid) const;

 private:
  Result<FetchedPage> ask(const OdataQuery& query);
  Result<FetchedPage> fetch(const std::string& set, const std::string& options, const Fits& fits);

  PoliteClient& client_;
  std::string base_;
};

}  // namespace kamerzoek::sync
