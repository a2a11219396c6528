#include "indexer/sync/syncfeed_service.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/sync/moment.hpp"
#include "tests/support/replay_server.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;
using test::ReplayServer;

class SyncfeedServiceTest : public ::testing::Test {
 protected:
  void put(std::size_t number, const std::string& stamp) {
    server.put("Zaak",
               fmt::format(R"({{"Id":"00000000-0000-4000-8000-{:012}","ApiGewijzigdOp":"{}"}})",
                           number, stamp));
  }

  ReplayServer server;
  PoliteClient client{HttpClient{},
                      real_clock({}),
                      {.requests_a_second = 1e6, .first_wait = 1ms, .longest_wait = 5ms}};
  SyncfeedService feed{client, server.syncfeed()};
  const std::string noon = "2025-06-12T12:00:00.0000000Z";
};

TEST_F(SyncfeedServiceTest, GoesFromPageToPage) {
  for (std::size_t i = 0; i < 600; ++i) put(i, before(noon, -1min * i));
  std::size_t read = 0;
  std::uint64_t token = 0;
  for (bool at_end = false; !at_end;) {
    const auto page = feed.after(token);
    ASSERT_TRUE(page) << page.error().message;
    read += page->entries.size();
    token = page->entries.back().token;
    at_end = page->is_end;
  }
  EXPECT_EQ(read, 600U);
  const auto end = feed.after(token);
  ASSERT_TRUE(end);
  EXPECT_TRUE(end->entries.empty());
  EXPECT_TRUE(end->is_end);
}

TEST_F(SyncfeedServiceTest, FindsThePlaceBeforeAMoment) {
  for (std::size_t i = 0; i < 3000; ++i) put(i, before(noon, -1min * i));
  for (const std::size_t minutes : {0U, 1234U, 6000U}) {
    const std::string moment = before(noon, -1min * minutes);
    const auto place = feed.place_before(moment);
    ASSERT_TRUE(place) << place.error().message;
    const auto page = feed.after(*place);
    ASSERT_TRUE(page);
    const auto is_late = [&](const SyncfeedPage::Entry& entry) { return entry.updated >= moment; };
    if (*place > 0) {
      EXPECT_FALSE(page->entries.empty() || is_late(page->entries.front()))
          << "nothing is left out";
    }
    const auto late = std::ranges::find_if(page->entries, is_late);
    EXPECT_LE(late - page->entries.begin(), 100) << "little is read in vain";
  }
  EXPECT_LE(server.requests().size(), 3U * 40);
}

TEST_F(SyncfeedServiceTest, AnEmptyFeedBeginsAtItsBegin) {
  EXPECT_EQ(feed.place_before(noon), 0U);
}

TEST_F(SyncfeedServiceTest, SaysWhatIsWrong) {
  server.misbehave(ReplayServer::Misdeed::refusal, 1, "/Feed");
  const auto refused = feed.after(7);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "SyncFeed: de server antwoordt 400");
  server.misbehave(ReplayServer::Misdeed::html, 100, "/Feed");
  const auto broken = feed.after(7);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace kamerzoek::sync
