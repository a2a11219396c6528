#include "indexer/sync/odata_follower.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "indexer/sync/moment.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds twice_after = 24h;

Error no_progress(std::string_view set) {
  return {ErrorCode::unreadable, fmt::format("{}: de bladzijden komen niet verder", set), {}};
}

}  // namespace

OdataQuery OdataFollower::query(Direction direction, const Cursor& cursor) const {
  return {.set = std::string(set_.name),
          .expand = std::string(set_.expand),
          .direction = direction,
          .bound = cursor.bound(),
          .skip = cursor.skip(),
          .count = direction == Direction::back};
}

Result<bool> OdataFollower::back(const std::string& since) {
  if (position_.complete || (!position_.oldest.empty() && position_.oldest < since)) return true;
  if (!back_) back_.emplace(position_.oldest);
  auto fetched = service_.changes(query(Direction::back, *back_));
  if (!fetched) return tl::unexpected(fetched.error());
  if (auto taken = take(*fetched); !taken) return tl::unexpected(taken.error());

  const OdataPage& page = fetched->page;
  left_ = page.count.value_or(0) - std::min(page.size, page.count.value_or(0));
  if (!page.places.empty()) {
    if (position_.newest.empty()) {
      position_.newest = believed(page.places.front().stamp);
      position_.checked = position_.newest;
    }
    position_.oldest = page.places.back().stamp;
  }
  position_.complete = fetched->is_last;
  if (!fetched->is_last && !back_->pass(page)) return tl::unexpected(no_progress(set_.name));
  if (auto kept = keep(); !kept) return tl::unexpected(kept.error());
  return position_.complete || position_.oldest < since;
}

Result<void> OdataFollower::begin_at(const std::string& stamp) {
  position_ = {.newest = stamp, .oldest = stamp, .checked = stamp, .complete = true};
  return keep();
}

Cursor OdataFollower::first_of_pass() {
  deep_ = std::exchange(deep_next_, false) ||
          between(position_.checked, position_.newest) >= twice_after;
  return Cursor(before(deep_ ? position_.checked : position_.newest, look_back));
}

void OdataFollower::end_pass() {
  if (deep_) position_.checked = position_.newest;
  forward_.reset();
  refreshed_ = std::exchange(refreshing_, {});
}

Result<bool> OdataFollower::forward() {
  if (!forward_) forward_ = first_of_pass();
  auto fetched = service_.changes(query(Direction::forward, *forward_));
  if (!fetched) return tl::unexpected(fetched.error());
  const OdataPage& page = fetched->page;
  if (auto taken = take(*fetched); !taken) return tl::unexpected(taken.error());
  if (auto read = refresh(page); !read) return tl::unexpected(read.error());

  if (!page.places.empty()) {
    position_.newest = std::max(position_.newest, believed(page.places.back().stamp));
  }
  if (!fetched->is_last && !forward_->pass(page)) return tl::unexpected(no_progress(set_.name));
  if (fetched->is_last) end_pass();
  if (auto kept = keep(); !kept) return tl::unexpected(kept.error());
  return fetched->is_last;
}

Result<void> OdataFollower::take(const FetchedPage& fetched) {
  if (!set_.holds_records) return {};
  return intake_.take_page(fetched.body, std::string(set_.name));
}

Result<void> OdataFollower::refresh(const OdataPage& page) {
  if (set_.shown_by.empty()) return {};
  std::vector<OdataPage::Place> changed;
  for (const OdataPage::Place& place : page.places) {
    const std::string change = place.id + place.stamp;
    refreshing_.insert(change);
    if (!refreshed_.contains(change)) changed.push_back(place);
  }
  return records_.fetch_showing(set_, changed);
}

Result<void> OdataFollower::keep() {
  return intake_.remember(position_key + std::string(set_.name), position_.text());
}

}  // namespace kamerzoek::sync
