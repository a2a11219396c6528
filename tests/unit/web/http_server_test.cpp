// The server on a real socket, with answers that take as long as the test wants.

#include "web/http_server.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/http_client.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class HttpServerTest : public ::testing::Test {
 protected:
  HttpServerTest() {
    port_ = server_.bind("127.0.0.1", 0);
    running_ = std::thread([this] { server_.serve(); });
  }

  ~HttpServerTest() override {
    server_.stop();
    running_.join();
  }

  Response answer(const Request& request) {
    if (request.target == "/fout") throw std::runtime_error("fout");
    if (request.target == "/lang") {
      ++waiting_;
      released_.wait();
    }
    if (request.target == "/groot") return {.body = std::string(200'000, 'a')};
    return {.body = "klaar"};
  }

  void note(const Answered& answered) {
    const std::lock_guard lock(mutex_);
    answered_.push_back(answered);
  }

  std::vector<Answered> noted() {
    const std::lock_guard lock(mutex_);
    return answered_;
  }

  std::string get(const std::string& target, const std::string& headers = {}) const {
    const test::HttpClient client(port_);
    client.send(test::get_request(target, headers));
    return client.rest();
  }

  void wait_for(int requests) const {
    while (waiting_ < requests) std::this_thread::yield();
  }

  std::promise<void> release_;
  std::shared_future<void> released_ = release_.get_future().share();
  std::atomic<int> waiting_ = 0;
  ConnectionCounts counts_;
  std::mutex mutex_;
  std::vector<Answered> answered_;
  HttpServer server_{
      [this](const Request& request) { return answer(request); },
      [](const Request& /*request*/, int status) { return Response{.status = status}; },
      [this](const Answered& answered) { note(answered); }, counts_};
  int port_ = 0;
  std::thread running_;
};

TEST_F(HttpServerTest, ClientOfAProxyHoldsHalfOfTheThreads) {
  const std::string one = "X-Forwarded-For: 192.0.2.1\r\n";
  const std::string other = "X-Forwarded-For: 192.0.2.2\r\n";
  std::vector<std::future<std::string>> held;
  for (int i = 0; i < 4; ++i) {
    held.push_back(std::async(std::launch::async, [&] { return get("/lang", one); }));
  }
  wait_for(4);
  const std::string refused = get("/kort", one);
  EXPECT_THAT(refused, StartsWith("HTTP/1.1 429"));
  EXPECT_THAT(refused, HasSubstr("Retry-After: 1\r\n"));
  EXPECT_THAT(get("/kort", other), StartsWith("HTTP/1.1 200"));
  release_.set_value();
  for (auto& answer : held) EXPECT_THAT(answer.get(), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(get("/kort", one), StartsWith("HTTP/1.1 200"));
}

TEST_F(HttpServerTest, RequestUnderWayIsAnsweredBeforeItStops) {
  auto held = std::async(std::launch::async, [&] { return get("/lang"); });
  wait_for(1);
  server_.stop();
  release_.set_value();
  EXPECT_THAT(held.get(), StartsWith("HTTP/1.1 200"));
}

TEST_F(HttpServerTest, WhoSendsAByteAtATimeHoldsNobodyUp) {
  std::vector<std::unique_ptr<test::HttpClient>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<test::HttpClient>(port_));
    slow.back()->send("GET /kort HTT");
  }
  for (const char next : std::string("P/1.1\r\n")) {
    for (const auto& client : slow) client->send(std::string(1, next));
    for (int i = 0; i < 10; ++i) EXPECT_THAT(get("/kort"), StartsWith("HTTP/1.1 200"));
  }
  while (counts_.served > 0) std::this_thread::yield();  // none of them has a thread
  for (const auto& client : slow) client->send("Connection: close\r\n\r\n");
  for (const auto& client : slow) EXPECT_THAT(client->rest(), StartsWith("HTTP/1.1 200"));
}

TEST_F(HttpServerTest, WhoDoesNotReadHoldsNobodyUp) {
  std::vector<std::unique_ptr<test::HttpClient>> slow;
  for (int i = 0; i < 24; ++i) {
    slow.push_back(std::make_unique<test::HttpClient>(port_, test::HttpClient::Place::far));
    slow.back()->send(test::get_request("/groot"));
  }
  EXPECT_THAT(get("/kort"), StartsWith("HTTP/1.1 200"));
  for (const auto& client : slow) EXPECT_GT(client->rest().size(), 200'000);
}

TEST_F(HttpServerTest, ConnectionIsKeptForTheNextRequest) {
  const test::HttpClient client(port_);
  const std::string next = "GET /kort HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send(next);
  client.send(next + next);
  client.send(test::get_request("/kort"));
  const std::string text = client.rest();
  std::size_t answers = 0;
  for (std::size_t at = 0; (at = text.find("HTTP/1.1 200", at)) != std::string::npos; ++at) {
    ++answers;
  }
  EXPECT_EQ(answers, 4);
}

TEST_F(HttpServerTest, WhereTooManyWaitIsBusy) {
  std::vector<std::unique_ptr<test::HttpClient>> waiting;
  const auto ask = [&](const std::string& target) {
    waiting.push_back(std::make_unique<test::HttpClient>(port_));
    waiting.back()->send(test::get_request(target));
  };
  for (int i = 0; i < 8; ++i) ask("/lang");
  wait_for(8);
  for (std::size_t i = 0; i < 256; ++i) ask("/kort");
  while (counts_.queued < 256) std::this_thread::yield();
  EXPECT_THAT(get("/kort"), StartsWith("HTTP/1.1 503"));
  release_.set_value();
  for (const auto& client : waiting) EXPECT_THAT(client->rest(), StartsWith("HTTP/1.1 200"));
}

TEST_F(HttpServerTest, TellsWhatItAnswered) {
  get("/kort?a=b", "X-Forwarded-For: 192.0.2.7\r\nReferer: /hier\r\nUser-Agent: proef\r\n");
  while (noted().empty()) std::this_thread::yield();
  const Answered answered = noted().front();
  EXPECT_EQ(answered.request.target, "/kort?a=b");
  EXPECT_EQ(answered.client, "192.0.2.7");
  EXPECT_EQ(answered.version, "HTTP/1.1");
  EXPECT_EQ(answered.referer, "/hier");
  EXPECT_EQ(answered.user_agent, "proef");
  EXPECT_EQ(answered.status, 200);
  EXPECT_GT(answered.bytes, std::string("klaar").size());
  EXPECT_GT(answered.took.count(), 0);
}

TEST_F(HttpServerTest, WhatIsThrownIsRefused) {
  EXPECT_THAT(get("/fout"), StartsWith("HTTP/1.1 500"));
  EXPECT_THAT(get("/kort"), StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace kamerzoek::web
