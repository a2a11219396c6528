// Connections are halves of socket pairs: a worker holds one until the test says a word on its
// half.

#include "web/workers.hpp"

#include <array>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

constexpr Workers::Limits limits = {.threads = 4, .most_waiting = 6, .most_waiting_of_one = 3};

/// Says 's' when it begins, and ends when the other side says something.
void serve(const std::unique_ptr<Connection>& connection) {
  char word = 's';
  ::send(connection->socket(), &word, 1, MSG_NOSIGNAL);
  ::recv(connection->socket(), &word, 1, 0);
}

class WorkersTest : public ::testing::Test {
 protected:
  ConnectionCounts counts_;
  Workers workers_{limits, serve, counts_};
};

class Client {
 public:
  Client(Workers& workers, const std::string& client) {
    std::array<int, 2> ends = {};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    mine_ = ends[0];
    is_refused_ = workers.take(std::make_unique<Connection>(ends[1], client)) != nullptr;
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(mine_); }

  bool is_refused() const { return is_refused_; }
  bool is_served() const { return hears('s', std::chrono::seconds(20)); }
  bool is_served_at_once() const { return hears('s', std::chrono::milliseconds(100)); }
  bool is_closed() const {
    char word = 0;
    return ::recv(mine_, &word, 1, 0) == 0;
  }
  void finish() const { ::send(mine_, "f", 1, MSG_NOSIGNAL); }

 private:
  bool hears(char what, std::chrono::microseconds patience) const {
    const timeval time = {.tv_sec = patience.count() / 1'000'000,
                          .tv_usec = patience.count() % 1'000'000};
    ::setsockopt(mine_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    char word = 0;
    return ::recv(mine_, &word, 1, 0) == 1 && word == what;
  }

  int mine_ = -1;
  bool is_refused_ = false;
};

TEST_F(WorkersTest, OneClientHoldsHalfOfThemAndAnotherIsServed) {
  const Client first(workers_, "a");
  const Client second(workers_, "a");
  const Client third(workers_, "a");
  EXPECT_TRUE(first.is_served() && second.is_served());
  EXPECT_FALSE(third.is_served_at_once());
  EXPECT_EQ(counts_.queued, 1);
  EXPECT_EQ(counts_.served, 2);
  const Client other(workers_, "b");
  EXPECT_TRUE(other.is_served());
  first.finish();
  EXPECT_TRUE(third.is_served());
  for (const Client* connection : {&second, &third, &other}) connection->finish();
}

TEST_F(WorkersTest, TheOwnerMayHoldThemAll) {
  std::vector<std::unique_ptr<Client>> all;
  for (int i = 0; i < 4; ++i) all.push_back(std::make_unique<Client>(workers_, ""));
  for (const auto& connection : all) EXPECT_TRUE(connection->is_served());
  for (const auto& connection : all) connection->finish();
}

TEST_F(WorkersTest, TooManyThatWaitAreRefused) {
  std::vector<std::unique_ptr<Client>> waiting;
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(waiting.emplace_back(std::make_unique<Client>(workers_, "a"))->is_served());
  }
  for (int i = 0; i < 3; ++i) waiting.push_back(std::make_unique<Client>(workers_, "a"));
  EXPECT_TRUE(Client(workers_, "a").is_refused());
  const Client other(workers_, "b");
  EXPECT_TRUE(other.is_served());
}

TEST_F(WorkersTest, CountsClientsOfAProxyToo) {
  EXPECT_TRUE(workers_.begin("a"));
  const Client direct(workers_, "a");
  EXPECT_TRUE(direct.is_served());
  EXPECT_FALSE(workers_.begin("a"));
  EXPECT_TRUE(workers_.begin("b"));
  workers_.end("a");
  EXPECT_TRUE(workers_.begin("a"));
  direct.finish();
}

TEST_F(WorkersTest, FinishClosesThoseThatWaitAndTakesNoMore) {
  const Client first(workers_, "a");
  const Client second(workers_, "a");
  const Client waits(workers_, "a");
  EXPECT_TRUE(first.is_served() && second.is_served());
  std::thread ending([&] { workers_.finish(); });
  EXPECT_TRUE(waits.is_closed());
  first.finish();
  second.finish();
  ending.join();
  EXPECT_TRUE(Client(workers_, "b").is_refused());
}

}  // namespace
}  // namespace kamerzoek::web
