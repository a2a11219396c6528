#include "indexer/sync/record_fetcher.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace kamerzoek::sync {
namespace {

using Place = OdataPage::Place;

constexpr std::string_view itself = "{}";  // a comparison of the record's own Id

const EntitySet& named(std::string_view name) {
  return *std::ranges::find(entity_sets, name, &EntitySet::name);
}

std::string comparison(std::string_view form, std::string_view guid) {
  return fmt::format(fmt::runtime(form), fmt::format("Id eq {}", guid));
}

std::string any_of(std::span<const Place> places, std::string_view form) {
  std::string out;
  for (const Place& place : places) {
    if (!out.empty()) out += " or ";
    out += comparison(form, place.id);
  }
  return out;
}

bool has_no_others(const OdataPage& page, std::span<const Place> wanted) {
  return std::ranges::all_of(page.places, [&](const Place& place) {
    return std::ranges::find(wanted, place.id, &Place::id) != wanted.end();
  });
}

/// As many in one filter as an address has room for and the service bears.
std::size_t most_in_filter(const std::string& expand, std::string_view form) {
  // ASP.NET refuses a filter of more than a hundred nodes where nobody has set another limit; a
  // comparison is six of them, one within a relation up to ten.
  const std::size_t bearable = form == itself ? 16 : 10;
  const std::string one = comparison(form, std::string(36, '0'));
  return std::min(bearable, OdataService::most_terms(expand, one));
}

template <class Ask>
Result<void> in_batches(std::span<const Place> places, std::size_t most, Ask ask) {
  for (std::size_t at = 0; at < places.size(); at += most) {
    if (auto done = ask(places.subspan(at, std::min(most, places.size() - at))); !done) return done;
  }
  return {};
}

}  // namespace

Result<std::vector<Place>> RecordFetcher::fetch(const EntitySet& set,
                                                const std::vector<Place>& wanted) {
  const std::string name(set.name);
  const std::string expand(set.holds_records ? set.expand : std::string_view());
  std::vector<Place> found;
  const auto ask = [&](std::span<const Place> some) -> Result<void> {
    const auto fits = [&](const OdataPage& page) { return has_no_others(page, some); };
    auto fetched = service_.matching(name, expand, any_of(some, itself), 0, fits);
    // What the service has not, it may have left out.
    if (fetched && fetched->page.size < some.size()) {
      fetched = service_.matching(name, expand, any_of(some, itself), 0, fits);
    }
    if (!fetched) return tl::unexpected(fetched.error());
    std::ranges::copy(fetched->page.places, std::back_inserter(found));
    return set.holds_records ? intake_.take_page(fetched->body, name) : Result<void>{};
  };
  auto done = in_batches(wanted, most_in_filter(expand, itself), ask);
  return done ? Result<std::vector<Place>>(std::move(found)) : tl::unexpected(done.error());
}

Result<void> RecordFetcher::fetch_showing(const EntitySet& set, const std::vector<Place>& changed) {
  if (set.shown_by.empty()) return {};
  const std::string name(set.shown_by);
  const std::string expand(named(set.shown_by).expand);
  const auto ask = [&](std::span<const Place> some) -> Result<void> {
    const std::string filter = any_of(some, set.shown_filter);
    for (std::size_t skip = 0;;) {
      auto fetched = service_.matching(name, expand, filter, skip);
      if (!fetched) return tl::unexpected(fetched.error());
      auto taken = intake_.take_page(fetched->body, name, some.back().stamp);
      if (!taken || fetched->is_last) return taken;
      skip += fetched->page.size;
    }
  };
  return in_batches(changed, most_in_filter(expand, set.shown_filter), ask);
}

}  // namespace kamerzoek::sync
