#include "indexer/sync/polite_client.hpp"

#include <chrono>
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/replay_server.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using test::ReplayServer;
using Misdeed = ReplayServer::Misdeed;
using ::testing::ElementsAre;

/// A clock that stands still but for its sleeps.
struct FrozenClock {
  std::chrono::steady_clock::time_point time{};
  std::vector<milliseconds> slept;
  double chance = 1;

  Clock clock() {
    return {.now = [this] { return time; },
            .sleep =
                [this](milliseconds wait) {
                  slept.push_back(wait);
                  time += wait;
                },
            .jitter = [this] { return chance; }};
  }
};

class PoliteClientTest : public ::testing::Test {
 protected:
  PoliteClient client(Manners manners = {.requests_a_second = 1e6}) {
    return PoliteClient(HttpClient({.total = 400ms}), time.clock(), manners);
  }
  HttpRequest zaken() const { return {.url = server.odata() + "/Zaak"}; }

  ReplayServer server;
  FrozenClock time;
};

TEST_F(PoliteClientTest, AsksNoMoreOftenThanItMay) {
  auto polite = client({.requests_a_second = 4});
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(polite.get(zaken()));
  EXPECT_THAT(time.slept, ElementsAre(250ms, 250ms));
}

TEST_F(PoliteClientTest, AsksForAllOfABrokenAnswerAgain) {
  auto polite = client();
  int looked_at = 0;
  const auto answer = polite.get(zaken(), [&](const HttpResponse&) {
    return ++looked_at == 1 ? std::optional<std::string>("kapot") : std::nullopt;
  });
  ASSERT_TRUE(answer);
  EXPECT_EQ(server.not_modified(), 0U);
}

TEST_F(PoliteClientTest, WaitsEverLongerForAServerThatFails) {
  server.misbehave(Misdeed::error, 3);
  ASSERT_TRUE(client().get(zaken()));
  EXPECT_THAT(time.slept, ElementsAre(1s, 2s, 4s));
}

TEST_F(PoliteClientTest, HalfOfTheWaitIsChance) {
  time.chance = 0;
  server.misbehave(Misdeed::error, 2);
  ASSERT_TRUE(client().get(zaken()));
  EXPECT_THAT(time.slept, ElementsAre(500ms, 1s));
}

TEST_F(PoliteClientTest, WaitsAsLongAsABusyServerAsks) {
  server.misbehave(Misdeed::busy);
  time.chance = 0;
  ASSERT_TRUE(client().get(zaken()));
  EXPECT_THAT(time.slept, ElementsAre(1s));
}

TEST_F(PoliteClientTest, GivesUpAfterSomeAttempts) {
  server.misbehave(Misdeed::error, 100);
  const auto answer = client({.requests_a_second = 1e6, .attempts = 3}).get(zaken());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().message, "de server antwoordt 500");
  EXPECT_EQ(server.requests().size(), 3U);
}

TEST_F(PoliteClientTest, DoesNotWaitForWhoAsksTooMuch) {
  server.misbehave(Misdeed::busy, 100);
  EXPECT_FALSE(client({.requests_a_second = 1e6, .most_patience = 0s}).get(zaken()));
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(PoliteClientTest, AsksAgainAfterEveryKindOfBrokenAnswer) {
  const auto is_json = [](const HttpResponse& response) -> std::optional<std::string> {
    if (response.body.ends_with('}')) return std::nullopt;
    return "geen JSON";
  };
  for (const Misdeed misdeed :
       {Misdeed::cut, Misdeed::wrong_length, Misdeed::stall, Misdeed::truncated, Misdeed::html}) {
    server.misbehave(misdeed);
    const auto asked = server.requests().size();
    const auto answer = client().get(zaken(), is_json);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(server.requests().size(), asked + 2);
  }
}

TEST_F(PoliteClientTest, DoesNotRepeatWhatIsHopeless) {
  server.misbehave(Misdeed::redirect_away);
  EXPECT_FALSE(client().get(zaken()));
  ASSERT_TRUE(client().get({.url = server.root() + "/no-such"}));
  EXPECT_EQ(server.requests().size(), 2U);
  EXPECT_TRUE(time.slept.empty());
}

}  // namespace
}  // namespace kamerzoek::sync
