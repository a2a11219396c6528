#include "indexer/sync/http_client.hpp"

#include <chrono>
#include <thread>
#include <utility>

#include <gtest/gtest.h>

#include "indexer/sync/held_answers.hpp"
#include "tests/support/replay_server.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;
using test::ReplayServer;
using Misdeed = ReplayServer::Misdeed;
using Kind = HttpError::Kind;

class HttpClientTest : public ::testing::Test {
 protected:
  void SetUp() override {
    server.put("Zaak", R"({"Id":"0571eb2e-0e16-4a43-8ca8-c2af7c57fab8","Onderwerp":"Een zaak"})");
  }
  HttpRequest zaken() const { return {.url = server.odata() + "/Zaak"}; }

  ReplayServer server;
};

TEST_F(HttpClientTest, FetchesABody) {
  HttpClient client;
  const auto answer = client.get(zaken());
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 200);
  EXPECT_NE(answer->body.find("Een zaak"), std::string::npos);
}

TEST_F(HttpClientTest, AStatusIsAnAnswer) {
  HttpClient client;
  EXPECT_EQ(client.get({.url = server.root() + "/kst-1-1.xml"})->status, 404);
  server.misbehave(Misdeed::busy);
  const auto busy = client.get(zaken());
  ASSERT_TRUE(busy);
  EXPECT_EQ(busy->status, 429);
  EXPECT_EQ(busy->retry_after, 1s);
}

TEST_F(HttpClientTest, WhatHasNotChangedIsNotSentAgain) {
  HttpClient client;
  const auto first = client.get(zaken());
  const auto again = client.get(zaken());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->status, 200);
  EXPECT_EQ(again->body, first->body);
  EXPECT_EQ(server.not_modified(), 1U);
  server.put("Zaak", R"({"Id":"0571eb2e-0e16-4a43-8ca8-c2af7c57fab8","Onderwerp":"Iets anders"})");
  EXPECT_NE(client.get(zaken())->body.find("Iets anders"), std::string::npos);
  EXPECT_EQ(server.not_modified(), 1U);
}

TEST_F(HttpClientTest, WhatIsForgottenIsSentAgain) {
  HttpClient client;
  ASSERT_TRUE(client.get(zaken()));
  client.forget(zaken().url);
  ASSERT_TRUE(client.get(zaken()));
  EXPECT_EQ(server.not_modified(), 0U);
}

TEST(HeldAnswersTest, AreThoseWithAValidatorAndSmall) {
  HeldAnswers held;
  held.keep("a", {.etag = "\"1\"", .last_modified = {}, .body = "een"});
  ASSERT_NE(held.find("a"), nullptr);
  EXPECT_EQ(held.find("a")->body, "een");
  held.keep("a", {.etag = {}, .last_modified = {}, .body = "twee"});
  EXPECT_EQ(held.find("a"), nullptr) << "the answer of before is none any more";
  held.keep("b", {.etag = "\"1\"", .last_modified = {}, .body = std::string(2 << 20, 'x')});
  EXPECT_EQ(held.find("b"), nullptr);
}

TEST(HeldAnswersTest, AreNotMany) {
  HeldAnswers held;
  int kept = 0;
  for (int i = 0; i < 1000; ++i) {
    held.keep(std::to_string(i), {.etag = "\"1\"", .last_modified = {}, .body = "een"});
  }
  for (int i = 0; i < 1000; ++i) kept += held.find(std::to_string(i)) != nullptr ? 1 : 0;
  EXPECT_GT(kept, 0);
  EXPECT_LE(kept, 32);
}

TEST_F(HttpClientTest, WhatIsCutOffIsNoAnswer) {
  HttpClient client;
  for (const Misdeed misdeed : {Misdeed::cut, Misdeed::wrong_length}) {
    server.misbehave(misdeed);
    const auto answer = client.get(zaken());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Kind::transient) << answer.error().message;
  }
  EXPECT_TRUE(client.get(zaken())) << "the connection is of no use, the client is";
}

TEST_F(HttpClientTest, ARequestHasADeadline) {
  HttpClient client({.total = 300ms});
  server.misbehave(Misdeed::stall);
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = client.get(zaken());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Kind::transient);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

TEST_F(HttpClientTest, WhoIsTooSlowIsGivenUp) {
  HttpClient client({.slow_for = 1s});
  server.misbehave(Misdeed::stall);
  const auto answer = client.get(zaken());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Kind::transient);
}

TEST_F(HttpClientTest, ABodyHasALimit) {
  HttpClient client;
  server.misbehave(Misdeed::huge);
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = client.get(zaken());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Kind::too_large);
  EXPECT_EQ(answer.error().message, "te groot: meer dan 64 MB");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s) << "told by its length";

  HttpRequest small = zaken();
  small.most_bytes = 20;
  EXPECT_EQ(client.get(small).error().kind, Kind::too_large);
}

TEST_F(HttpClientTest, RedirectsStayWithinTheHost) {
  HttpClient client;
  server.misbehave(Misdeed::redirect_here);
  const auto here = client.get(zaken());
  ASSERT_TRUE(here) << here.error().message;
  EXPECT_EQ(here->status, 200);

  server.misbehave(Misdeed::redirect_here, 100);
  EXPECT_EQ(client.get(zaken()).error().kind, Kind::refused) << "round and round";
}

TEST_F(HttpClientTest, AnotherHostIsRefused) {
  HttpClient client;
  server.misbehave(Misdeed::redirect_away);
  const auto asked = server.requests().size();
  const auto away = client.get(zaken());
  ASSERT_FALSE(away);
  EXPECT_EQ(away.error().kind, Kind::refused);
  EXPECT_EQ(server.requests().size(), asked + 1);
}

TEST_F(HttpClientTest, OnlyHttpIsSpoken) {
  HttpClient client;
  for (const char* url :
       {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "", "x"}) {
    const auto answer = client.get({.url = url});
    ASSERT_FALSE(answer) << url;
  }
  EXPECT_EQ(client.get({.url = "file:///etc/passwd"}).error().kind, Kind::refused);
}

TEST_F(HttpClientTest, NobodyThereIsTransient) {
  HttpClient client;
  EXPECT_EQ(client.get({.url = "http://127.0.0.1:1/"}).error().kind, Kind::transient);
}

TEST_F(HttpClientTest, StopsWhenAsked) {
  server.misbehave(Misdeed::stall);
  tl::expected<HttpResponse, HttpError> answer;
  std::jthread asking(
      [&](std::stop_token stop) { answer = HttpClient({}, std::move(stop)).get(zaken()); });
  while (server.requests().empty()) std::this_thread::sleep_for(10ms);
  asking.request_stop();
  asking.join();
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Kind::stopped);
}

}  // namespace
}  // namespace kamerzoek::sync
