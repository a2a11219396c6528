#include "indexer/sync/syncfeed_service.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace kamerzoek::sync {
namespace {

constexpr std::size_t page_size = 250;  // the most that the service gives at once
constexpr std::uint64_t furthest = std::uint64_t{1} << 48;  // no feed has as many changes

}  // namespace

Result<SyncfeedPage> SyncfeedService::after(std::uint64_t token) {
  auto page = ask(token);
  const bool lacks_some = page && page->has_next && page->entries.size() < page_size;
  return lacks_some ? ask(token) : page;
}

Result<SyncfeedPage> SyncfeedService::ask(std::uint64_t token) {
  SyncfeedPage page;
  const auto check = [&](const HttpResponse& response) -> std::optional<std::string> {
    auto read = syncfeed_page(response.body);
    if (!read) return read.error().message;
    page = *std::move(read);
    const bool fits = page.in_order && (page.entries.empty() || page.entries.front().token > token);
    const bool leads_on = !page.entries.empty() || page.is_end;
    if (!fits || !leads_on) return "de bladzijde past niet bij de vraag";
    return std::nullopt;
  };
  const std::string place = token == 0 ? std::string() : fmt::format("?skiptoken={}", token);
  const auto answer = client_.get({.url = fmt::format("{}/Feed{}", base_, place)}, check);
  if (!answer) {
    return failure(ErrorCode::unreadable, fmt::format("SyncFeed: {}", answer.error().message));
  }
  if (answer->status != 200) {
    return failure(ErrorCode::not_found,
                   fmt::format("SyncFeed: de server antwoordt {}", answer->status),
                   "is dit het adres van de SyncFeed?");
  }
  return page;
}

Result<std::uint64_t> SyncfeedService::place_before(const std::string& moment) {
  std::uint64_t before = 0;
  std::uint64_t beyond = page_size;
  for (;; beyond *= 2) {
    const auto more = goes_on_before(beyond, moment);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    if (beyond > furthest)
      return failure(ErrorCode::unreadable, "SyncFeed: er komt geen einde aan");
    before = beyond;
  }
  // Closer than a page there is nothing to be gained.
  while (beyond - before > page_size) {
    const std::uint64_t middle = before + (beyond - before) / 2;
    const auto more = goes_on_before(middle, moment);
    if (!more) return tl::unexpected(more.error());
    (*more ? before : beyond) = middle;
  }
  return before;
}

/// Whether the first change behind the place was made known before the moment.
Result<bool> SyncfeedService::goes_on_before(std::uint64_t token, const std::string& moment) {
  const auto page = after(token);
  if (!page) return tl::unexpected(page.error());
  const auto dated = std::ranges::find_if(
      page->entries, [](const SyncfeedPage::Entry& entry) { return !entry.updated.empty(); });
  return dated != page->entries.end() && dated->updated < moment;
}

}  // namespace kamerzoek::sync
