// The server on a real socket, with answers that take as long as the test wants.

#include "web/http_server.hpp"

#include <atomic>
#include <future>
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
    return {.body = "klaar"};
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
  HttpServer server_{
      [this](const Request& request) { return answer(request); },
      [](const Request& /*request*/, int status) { return Response{.status = status}; },
      [](const Request& /*request*/, int /*status*/, std::chrono::duration<double> /*took*/) {}};
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

TEST_F(HttpServerTest, WhatIsThrownIsRefused) {
  EXPECT_THAT(get("/fout"), StartsWith("HTTP/1.1 500"));
  EXPECT_THAT(get("/kort"), StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace kamerzoek::web
