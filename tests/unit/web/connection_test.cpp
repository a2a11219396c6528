// The limits of a connection, on a real pair of sockets.

#include "web/connection.hpp"

#include <array>
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
  ~ConnectionTest() override { ::close(sockets_[1]); }

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
    Connection connection(sockets_[0], "", limits_);
    connection.begin_answer();
    const std::string text(1024, 'a');
    std::size_t sent = 0;
    while (sent < size) {
      const auto done = connection.write(text.data(), text.size());
      if (done < 0) break;
      sent += static_cast<std::size_t>(done);
    }
    connection.shut_down();
    return sent;
  }

  /// What the client sends, and how much of a request the connection then has.
  Connection::Arrival after(Connection& connection, std::string_view text) const {
    ::send(sockets_[1], text.data(), text.size(), MSG_NOSIGNAL);
    return connection.receive();
  }

  static std::string all_of(Connection& connection) {
    std::string text;
    char next = 0;
    while (connection.read(&next, 1) == 1) text += next;
    return text;
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

TEST_F(ConnectionTest, RequestIsWholeAtTheEndOfItsHeader) {
  Connection connection(sockets_[0], "");
  EXPECT_EQ(connection.receive(), Connection::Arrival::none);
  const std::string request = "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n";
  for (std::size_t i = 0; i + 1 < request.size(); ++i) {
    EXPECT_EQ(after(connection, request.substr(i, 1)), Connection::Arrival::part) << i;
  }
  EXPECT_EQ(after(connection, "\n"), Connection::Arrival::whole);
  EXPECT_EQ(connection.asked_path(), "/a");
  EXPECT_EQ(all_of(connection), request);
}

TEST_F(ConnectionTest, WhatFollowsIsTheNextRequest) {
  Connection connection(sockets_[0], "");
  const std::string first = "GET /a HTTP/1.1\r\n\r\n";
  const std::string second = "GET /b HTTP/1.1\r\n\r\n";
  EXPECT_EQ(after(connection, first + "\r\n" + second + "GE"), Connection::Arrival::whole);
  EXPECT_EQ(all_of(connection), first);
  EXPECT_TRUE(connection.end_answer());
  EXPECT_EQ(connection.arrival(), Connection::Arrival::whole);
  EXPECT_EQ(all_of(connection), second);
  EXPECT_TRUE(connection.end_answer());
  EXPECT_EQ(connection.arrival(), Connection::Arrival::part);
}

TEST_F(ConnectionTest, RequestBeforeTheClientSaysNoMoreIsWhole) {
  Connection connection(sockets_[0], "");
  EXPECT_EQ(after(connection, "GET /a HTTP/1.1\r\n"), Connection::Arrival::part);
  ::send(sockets_[1], "\r\n", 2, MSG_NOSIGNAL);
  ::shutdown(sockets_[1], SHUT_WR);
  EXPECT_EQ(connection.receive(), Connection::Arrival::whole);
  connection.end_answer();
  EXPECT_EQ(connection.receive(), Connection::Arrival::gone);
}

TEST_F(ConnectionTest, EmptyLinesBeforeARequestAreNone) {
  Connection connection(sockets_[0], "");
  EXPECT_EQ(after(connection, "\r\n\r\n"), Connection::Arrival::none);
  EXPECT_EQ(after(connection, "\r\nGET /a HTTP/1.1\r\n\r\n"), Connection::Arrival::whole);
  EXPECT_EQ(all_of(connection), "GET /a HTTP/1.1\r\n\r\n");
}

TEST_F(ConnectionTest, HeaderThatIsTooLongEndsWhereItIsCut) {
  limits_.longest_request = 100;
  Connection connection(sockets_[0], "", limits_);
  const std::string line = "GET /a HTTP/1.1\r\n";
  EXPECT_EQ(after(connection, line + "X: " + std::string(200, 'a') + "\r\n\r\n"),
            Connection::Arrival::whole);
  const std::string text = all_of(connection);
  EXPECT_EQ(text.size(), 100);
  EXPECT_EQ(text.find("\r\n\r\n"), std::string::npos) << "no header, so that it is refused";
}

TEST_F(ConnectionTest, FirstLineThatIsTooLongIsEnded) {
  limits_.longest_request = 100;
  Connection connection(sockets_[0], "", limits_);
  EXPECT_EQ(after(connection, "GET /a?" + std::string(200, 'a')), Connection::Arrival::whole);
  EXPECT_TRUE(all_of(connection).ends_with("aaa\r\n\r\n"));
  EXPECT_EQ(connection.asked_path(), "/a");
}

TEST_F(ConnectionTest, WithoutPatienceItSendsWhatTheSystemTakes) {
  Connection connection(sockets_[0], "");
  connection.begin_answer(Connection::Patience::none);
  const std::string text(1024, 'a');
  std::size_t sent = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (std::ptrdiff_t done = 0; done >= 0 && sent < 1 << 20;) {
    done = connection.write(text.data(), text.size());
    if (done > 0) sent += static_cast<std::size_t>(done);
  }
  EXPECT_GT(sent, 0);
  EXPECT_LT(sent, 1 << 20);
  EXPECT_EQ(connection.sent(), sent);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

}  // namespace
}  // namespace kamerzoek::web
