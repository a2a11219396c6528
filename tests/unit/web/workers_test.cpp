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
void serve(int socket, const std::string& /*client*/) {
  char word = 's';
  ::send(socket, &word, 1, MSG_NOSIGNAL);
  ::recv(socket, &word, 1, 0);
}

class Connection {
 public:
  Connection(Workers& workers, const std::string& client) {
    std::array<int, 2> ends = {};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    mine_ = ends[0];
    workers.take(ends[1], client);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { ::close(mine_); }

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
};

TEST(Workers, OneClientHoldsHalfOfThemAndAnotherIsServed) {
  Workers workers(limits, serve);
  const Connection first(workers, "a");
  const Connection second(workers, "a");
  const Connection third(workers, "a");
  EXPECT_TRUE(first.is_served() && second.is_served());
  EXPECT_FALSE(third.is_served_at_once());
  EXPECT_TRUE(workers.someone_waits_for("a"));
  EXPECT_FALSE(workers.someone_waits_for("b")) << "it would not get the thread of another";
  const Connection other(workers, "b");
  EXPECT_TRUE(other.is_served());
  first.finish();
  EXPECT_TRUE(third.is_served());
  for (const Connection* connection : {&second, &third, &other}) connection->finish();
}

TEST(Workers, TheOwnerMayHoldThemAll) {
  Workers workers(limits, serve);
  std::vector<std::unique_ptr<Connection>> all;
  for (int i = 0; i < 4; ++i) all.push_back(std::make_unique<Connection>(workers, ""));
  for (const auto& connection : all) EXPECT_TRUE(connection->is_served());
  for (const auto& connection : all) connection->finish();
}

TEST(Workers, TooManyThatWaitAreClosed) {
  Workers workers(limits, serve);
  std::vector<std::unique_ptr<Connection>> waiting;
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(waiting.emplace_back(std::make_unique<Connection>(workers, "a"))->is_served());
  }
  for (int i = 0; i < 3; ++i) waiting.push_back(std::make_unique<Connection>(workers, "a"));
  EXPECT_TRUE(Connection(workers, "a").is_closed());
  const Connection other(workers, "b");
  EXPECT_TRUE(other.is_served());
}

TEST(Workers, CountsClientsOfAProxyToo) {
  Workers workers(limits, serve);
  EXPECT_TRUE(workers.begin("a"));
  const Connection direct(workers, "a");
  EXPECT_TRUE(direct.is_served());
  EXPECT_FALSE(workers.begin("a"));
  EXPECT_TRUE(workers.begin("b"));
  workers.end("a");
  EXPECT_TRUE(workers.begin("a"));
  direct.finish();
}

TEST(Workers, FinishClosesThoseThatWait) {
  Workers workers(limits, serve);
  const Connection first(workers, "a");
  const Connection second(workers, "a");
  const Connection waits(workers, "a");
  EXPECT_TRUE(first.is_served() && second.is_served());
  std::thread ending([&] { workers.finish(); });
  EXPECT_TRUE(waits.is_closed());
  first.finish();
  second.finish();
  ending.join();
}

}  // namespace
}  // namespace kamerzoek::web
