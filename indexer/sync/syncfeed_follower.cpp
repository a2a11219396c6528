#include "indexer/sync/syncfeed_follower.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/formats/utc_stamp.hpp"
#include "indexer/sync/moment.hpp"
#include "indexer/sync/position.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds most_patience = 1h;
// The feed and OData each put a stamp of their own on a change, about a second apart.
constexpr std::chrono::seconds stamps_differ = 1min;

const EntitySet* followed(std::string_view name) {
  const auto found = std::ranges::find(entity_sets, name, &EntitySet::name);
  return found != entity_sets.end() && found->in_syncfeed ? &*found : nullptr;
}

/// Whether the one moment, as OData writes it, is before the other, as the feed does: without an
/// offset, in the local time that OData gives one with. Moments that are not given are no earlier.
bool is_before(const std::string& odata, const std::string& feed) {
  constexpr std::size_t date = 10;  // it has dashes too
  const auto offset = [](const std::string& moment) { return moment.find_first_of("Z+-", date); };
  if (odata.size() <= date || feed.size() <= date) return false;
  const bool local = offset(feed) == std::string::npos;
  return utc_stamp(local ? odata.substr(0, offset(odata)) : odata) < utc_stamp(feed);
}

/// OData shows what the entry speaks of, or what came after it.
bool shows(const OdataPage::Place& place, const SyncfeedPage::Entry& entry) {
  if (entry.withdrawn) return place.withdrawn;
  return place.stamp >= before(entry.updated, stamps_differ) &&
         !is_before(place.changed, entry.changed);
}

bool is_old(const SyncfeedPage::Entry& entry) {
  return between(entry.updated, stamp_of(std::chrono::system_clock::now())) > most_patience;
}

}  // namespace

Result<bool> SyncfeedFollower::forward() {
  if (!cursor_) {
    cursor_ = place_;
    refused_.clear();
  }
  const auto page = feed_.after(*cursor_);
  if (!page) return tl::unexpected(page.error());
  if (auto taken = take(page->entries); !taken) return tl::unexpected(taken.error());
  pass_settled();
  if (auto kept = keep(); !kept) return tl::unexpected(kept.error());
  const bool is_last = page->entries.empty() || (page->is_end && !page->has_next);
  cursor_ = is_last ? std::nullopt : std::optional(page->entries.back().token);
  return is_last;
}

Result<void> SyncfeedFollower::keep() {
  return intake_.remember(syncfeed_key, std::to_string(place_));
}

std::string SyncfeedFollower::waiting_since() const {
  const auto first =
      std::ranges::find_if(known_, [](const auto& known) { return !known.second.settled; });
  return first == known_.end() ? std::string() : first->second.updated;
}

Result<void> SyncfeedFollower::take(const std::vector<Entry>& entries) {
  std::map<const EntitySet*, std::vector<Entry>> unsettled;
  for (Entry entry : entries) {
    Known& known = known_.try_emplace(entry.token, Known{believed(entry.updated)}).first->second;
    if (known.settled) continue;
    entry.updated = known.updated;
    newest_ = std::max(newest_, known.updated);
    const EntitySet* set = followed(entry.set);
    const bool is_clear = !entry.id.empty() && !entry.updated.empty();
    if (set != nullptr && !is_clear) {
      intake_.skip("SyncFeed",
                   {ErrorCode::unreadable, "een regel noemt geen record of geen moment", {}});
    }
    known.settled = set == nullptr || !is_clear;
    if (!known.settled) unsettled[set].push_back(std::move(entry));
  }
  for (const auto& [set, of_set] : unsettled) {
    if (refused_.contains(set->name)) continue;
    auto taken = take(*set, of_set);
    if (!taken && taken.error().code == ErrorCode::not_found) {
      refused_.emplace(set->name, taken.error());
    } else if (!taken) {
      return taken;
    }
  }
  return {};
}

Result<void> SyncfeedFollower::take(const EntitySet& set, const std::vector<Entry>& entries) {
  std::vector<Place> wanted;
  for (const Entry& entry : entries) {
    if (std::ranges::find(wanted, entry.id, &Place::id) == wanted.end()) {
      wanted.push_back({{}, entry.id});
    }
  }
  const auto found = records_.fetch(set, wanted);
  return found ? settle(set, entries, *found) : tl::unexpected(found.error());
}

Result<void> SyncfeedFollower::settle(const EntitySet& set, const std::vector<Entry>& entries,
                                      const std::vector<Place>& found) {
  std::vector<std::uint64_t> tokens;
  std::vector<Place> changed;
  for (const Entry& entry : entries) {
    const auto at = std::ranges::find(found, entry.id, &Place::id);
    const Place* place = at == found.end() ? nullptr : &*at;
    if (entry.withdrawn && !(place && place->withdrawn)) {
      if (auto done = withdraw(set, entry); !done) return done;
    }
    if (auto stands = settled(set, entry, place)) {
      tokens.push_back(entry.token);
      changed.push_back(*std::move(stands));
    }
  }
  std::ranges::sort(changed, {},
                    [](const Place& place) { return std::tie(place.stamp, place.id); });
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  if (auto read = records_.fetch_showing(set, changed); !read) return read;
  for (const std::uint64_t token : tokens) known_[token].settled = true;
  return {};
}

std::optional<OdataPage::Place> SyncfeedFollower::settled(const EntitySet& set, const Entry& entry,
                                                          const Place* found) {
  if (found && shows(*found, entry)) return *found;
  if (!is_old(entry)) return std::nullopt;
  if (!entry.withdrawn) {
    intake_.skip(fmt::format("{} {}", set.name, entry.id),
                 {ErrorCode::not_found,
                  found ? "OData geeft alleen een oudere versie dan de SyncFeed noemt"
                        : "OData geeft niet wat de SyncFeed noemt",
                  {}});
  }
  return found ? *found : Place{entry.updated, entry.id};
}

/// Said in the words of OData, so that it becomes the piece that OData gives of a deletion.
Result<void> SyncfeedFollower::withdraw(const EntitySet& set, const Entry& entry) {
  if (!set.holds_records) return {};
  const nlohmann::json record = {
      {"Id", entry.id}, {"ApiGewijzigdOp", entry.updated}, {"Verwijderd", true}};
  const nlohmann::json page = {{"@odata.context", fmt::format("#{}", set.name)},
                               {"value", nlohmann::json::array({record})}};
  return intake_.take_page(page.dump(), std::string(set.name));
}

void SyncfeedFollower::pass_settled() {
  const std::string recent = before(newest_, look_back);
  while (!known_.empty()) {
    const auto& [token, first] = *known_.begin();
    if (!first.settled || first.updated >= recent) return;
    place_ = token;
    known_.erase(known_.begin());
  }
}

}  // namespace kamerzoek::sync
