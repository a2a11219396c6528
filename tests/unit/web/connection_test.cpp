// The limits of a connection, on a real pair of sockets.

#include "web/connection.hpp"

#include <atomic>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

using namespace std::chrono_literals;

class ConnectionTest : public ::testing::Test {
 protected:
  ConnectionTest() {
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets_.data()) != 0) throw std::bad_alloc();
    // What the system holds for a reader that does not read must not hide that it does not.
    const int small = 4096;
    for (const int socket : sockets_) {
      ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
    }
  }
  ~ConnectionTest() override {
    for (const int socket : sockets_) ::close(socket);
  }

  /// A client that takes `bytes` every 10 ms, until the socket is shut down.
  std::jthread reader(std::size_t bytes) {
    return std::jthread([this, bytes] {
      std::string buffer(bytes, '\0');
      while (::recv(sockets_[1], buffer.data(), buffer.size(), 0) > 0) {
        std::this_thread::sleep_for(10ms);
      }
    });
  }

  /// How much of an answer comes through.
  std::size_t written(std::size_t size) {
    Connection connection(sockets_[0], limits_);
    connection.begin_answer();
    const std::string text(1024, 'a');
    std::size_t sent = 0;
    while (sent < size) {
      const auto done = connection.write(text.data(), text.size());
      if (done < 0) break;
      sent += static_cast<std::size_t>(done);
    }
    ::shutdown(sockets_[0], SHUT_RDWR);
    return sent;
  }

  Connection::Limits limits_ = {.answer_time = 300ms, .slowest_reader = 20'000};
  std::array<int, 2> sockets_ = {};
};

TEST_F(ConnectionTest, LongAnswerComesThroughToAReaderWhoReadsOn) {
  const auto begin = std::chrono::steady_clock::now();
  const std::jthread client = reader(8192);
  EXPECT_EQ(written(128 << 10), std::size_t{128} << 10);
  EXPECT_GT(std::chrono::steady_clock::now() - begin, limits_.answer_time);
}

TEST_F(ConnectionTest, ReaderWhoTricklesIsCutOff) {
  const auto begin = std::chrono::steady_clock::now();
  const std::jthread client = reader(50);
  EXPECT_LT(written(512 << 10), std::size_t{100} << 10);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(ConnectionTest, WhatIsReadFastIsNoCreditForLater) {
  std::atomic<bool> slow = false;
  const std::jthread client([&] {
    std::string buffer(65536, '\0');
    for (std::size_t got = 0;;) {
      const auto some = ::recv(sockets_[1], buffer.data(), slow ? 50 : buffer.size(), 0);
      if (some <= 0) return;
      got += static_cast<std::size_t>(some);
      // A megabyte at this pace would be worth most of a minute.
      if (got > 1 << 20) slow = true;
      if (slow) std::this_thread::sleep_for(10ms);
    }
  });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_LT(written(8 << 20), std::size_t{2} << 20);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(ConnectionTest, ReaderWhoStopsIsCutOffAfterAPause) {
  limits_.longest_pause = 50ms;
  limits_.answer_time = 60s;
  const auto begin = std::chrono::steady_clock::now();
  written(512 << 10);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

}  // namespace
}  // namespace kamerzoek::web
