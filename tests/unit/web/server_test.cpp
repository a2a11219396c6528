// The server on a real socket: what the library around the pages does with requests.

#include "web/server.hpp"

#include <thread>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// A connection to the server; closed at the end.
class Client {
 public:
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* generic = &address;
    connected_ = ::connect(socket_, static_cast<sockaddr*>(generic), sizeof address) == 0;
    const timeval patience = {.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  bool connected() const { return connected_; }

  void send(const std::string& text) const {
    ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
  }

  /// All there is until the server closes the connection.
  std::string rest() const {
    std::string out;
    std::array<char, 4096> buffer;
    for (;;) {
      const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (got <= 0) return out;
      out.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int socket_;
  bool connected_ = false;
};

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() {
    index_.put({test::document("kst-99001-1", "Dijk", "Een dijk.\n")});
    auto bound = Server::bind({.index = index_.dir(), .address = "127.0.0.1", .port = 0});
    if (!bound) throw std::runtime_error(bound.error().message);
    server_ = std::make_unique<Server>(*std::move(bound));
    running_ = std::thread([this] { server_->run(); });
  }

  ~ServerTest() override {
    server_->stop();
    running_.join();
  }

  std::string answer(const std::string& request) {
    const Client client(server_->port());
    client.send(request);
    return client.rest();
  }

  std::string get(const std::string& target) {
    return answer("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  test::TemporaryIndex index_;
  std::unique_ptr<Server> server_;
  std::thread running_;
};

TEST_F(ServerTest, EveryAnswerHasTheSecurityHeaders) {
  for (const std::string& text : {get("/"), get("/niets"), get("/api/v1/niets"), get("/zoeken?q=("),
                                  get("/" + std::string(9000, 'a'))}) {
    EXPECT_THAT(text, HasSubstr("Content-Security-Policy: default-src 'none'"));
    EXPECT_THAT(text, HasSubstr("X-Content-Type-Options: nosniff"));
    EXPECT_THAT(text, HasSubstr("Referrer-Policy: same-origin"));
  }
}

TEST_F(ServerTest, LongAddressIsRefused) {
  EXPECT_THAT(get("/zoeken?q=" + std::string(9000, 'a')), StartsWith("HTTP/1.1 414"));
}

TEST_F(ServerTest, HeadHasNoBody) {
  const std::string text = answer("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(text, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(text, EndsWith("\r\n\r\n"));
}

TEST_F(ServerTest, BodyIsNotReadAsTheNextRequest) {
  for (const char* method : {"POST", "GET", "PUT"}) {
    const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string text =
        answer(std::string(method) + " / HTTP/1.1\r\nHost: x\r\nContent-Length: " +
               std::to_string(hidden.size()) + "\r\n\r\n" + hidden);
    EXPECT_THAT(text, Not(HasSubstr("\"status\""))) << method;
    EXPECT_EQ(text.find("HTTP/1.1"), text.rfind("HTTP/1.1")) << method;
  }
}

TEST_F(ServerTest, RangesAreNotServed) {
  EXPECT_THAT(
      answer("GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1,0-2\r\nConnection: close\r\n\r\n"),
      StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, EndlessHeaderIsCutOff) {
  const Client client(server_->port());
  client.send("GET / HTTP/1.1\r\n");
  for (int i = 0; i < 20; ++i) client.send("X-A: " + std::string(8000, 'a') + "\r\n");
  EXPECT_THAT(client.rest(), Not(HasSubstr("200 OK")));
}

TEST_F(ServerTest, ConnectionsThatOnlyStandOpenDoNotKeepOthersWaiting) {
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 24; ++i) idle.push_back(std::make_unique<Client>(server_->port()));
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(get("/healthz"), HasSubstr("\"documents\":1"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST_F(ServerTest, SecondServerOnThePortIsRefused) {
  const auto second =
      Server::bind({.index = index_.dir(), .address = "127.0.0.1", .port = server_->port()});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::usage);
  EXPECT_THAT(second.error().message, HasSubstr("al in gebruik"));
}

TEST_F(ServerTest, SeesNewCommits) {
  EXPECT_THAT(get("/healthz"), HasSubstr("\"documents\":1"));
  index_.put({test::document("kst-99001-2", "Duin", "Een duin.\n")});
  EXPECT_THAT(get("/healthz"), HasSubstr("\"documents\":2"));
}

TEST(Server, WithoutAnIndexDoesNotBind) {
  const test::TemporaryFolder folder;
  const auto server = Server::bind({.index = folder.path()});
  ASSERT_FALSE(server);
  EXPECT_EQ(server.error().code, ErrorCode::index_unavailable);
}

TEST(Server, StoppedBeforeItRunsDoesNotRun) {
  test::TemporaryIndex index;
  index.put({test::document("kst-99001-1", "Dijk", "Een dijk.\n")});
  auto server = Server::bind({.index = index.dir(), .address = "127.0.0.1", .port = 0});
  ASSERT_TRUE(server);
  server->stop();
  server->run();
}

}  // namespace
}  // namespace kamerzoek
