// Clients on real sockets; what is handed on is kept, as a queue of work would.

#include "web/reception.hpp"

#include <future>
#include <thread>

#include <gmock/gmock.h>

#include "tests/support/http_client.hpp"

namespace kamerzoek::web {
namespace {

using namespace std::chrono_literals;
using test::HttpClient;

/// A socket that listens on a free port.
class Listening {
 public:
  Listening() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* generic = &address;
    ::bind(socket_, static_cast<sockaddr*>(generic), size);
    ::listen(socket_, 64);
    ::getsockname(socket_, static_cast<sockaddr*>(generic), &size);
    port_ = ntohs(address.sin_port);
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { ::close(socket_); }

  int socket() const { return socket_; }
  int port() const { return port_; }

 private:
  int socket_;
  int port_ = 0;
};

class ReceptionTest : public ::testing::Test {
 protected:
  ~ReceptionTest() override {
    if (!running_.joinable()) return;
    reception_->stop();
    running_.join();
  }

  void open(Reception::Limits limits) {
    reception_ = std::make_unique<Reception>(
        limits, [this](auto connection) { handed_on_.set_value(std::move(connection)); }, counts_);
    running_ = std::thread([this] { reception_->run(listening_.socket()); });
  }

  std::unique_ptr<HttpClient> client() const {
    return std::make_unique<HttpClient>(listening_.port());
  }

  void wait_for_guests(std::size_t number) const {
    while (counts_.waiting != number) std::this_thread::yield();
  }

  std::unique_ptr<Connection> handed_on() {
    auto connection = handed_on_.get_future().get();
    handed_on_ = {};
    return connection;
  }

  static constexpr const char* whole = "GET / HTTP/1.1\r\n\r\n";
  static constexpr Reception::Limits usual = {.most = 10, .most_of_one = 10};

  Listening listening_;
  ConnectionCounts counts_;
  std::promise<std::unique_ptr<Connection>> handed_on_;
  std::unique_ptr<Reception> reception_;
  std::thread running_;
};

TEST_F(ReceptionTest, HandsOnARequestWhenItIsWhole) {
  open(usual);
  const auto slow = client();
  slow->send("GET / HT");
  const auto quick = client();
  quick->send(whole);
  EXPECT_EQ(handed_on()->arrival(), Connection::Arrival::whole);
  slow->send("TP/1.1\r\n\r\n");
  EXPECT_EQ(handed_on()->asked_path(), "/");
  wait_for_guests(0);
}

TEST_F(ReceptionTest, ConnectionComesBackForItsNextRequest) {
  open(usual);
  const auto asking = client();
  asking->send(whole);
  auto connection = handed_on();
  connection->end_answer();
  reception_->take(std::move(connection));
  wait_for_guests(1);
  asking->send("GET /b HTTP/1.1\r\n\r\n");
  EXPECT_EQ(handed_on()->asked_path(), "/b");
}

TEST_F(ReceptionTest, NextRequestThatIsThereAlreadyIsHandedOnAtOnce) {
  open(usual);
  const auto asking = client();
  asking->send(std::string(whole) + "GET /b HTTP/1.1\r\n\r\n");
  auto connection = handed_on();
  connection->end_answer();
  reception_->take(std::move(connection));
  EXPECT_EQ(handed_on()->asked_path(), "/b");
}

TEST_F(ReceptionTest, WhoSaysNothingIsClosed) {
  open({.most = 10, .most_of_one = 10, .idle_time = 50ms});
  EXPECT_EQ(client()->rest(), "");
  EXPECT_EQ(counts_.too_slow, 0);
}

TEST_F(ReceptionTest, WhoTakesTooLongIsClosed) {
  open({.most = 10, .most_of_one = 10, .request_time = 50ms});
  const auto slow = client();
  slow->send("GET / HTTP/1.1\r\n");
  EXPECT_EQ(slow->rest(), "");
  EXPECT_EQ(counts_.too_slow, 1);
}

TEST_F(ReceptionTest, TheLongestWaitingMakesRoom) {
  open({.most = 2, .most_of_one = 2});
  const auto first = client();
  wait_for_guests(1);
  const auto second = client();
  wait_for_guests(2);
  const auto third = client();
  EXPECT_EQ(first->rest(), "");
  EXPECT_EQ(counts_.made_room, 1);
  second->send(whole);
  EXPECT_EQ(handed_on()->arrival(), Connection::Arrival::whole);
  third->send(whole);
  EXPECT_EQ(handed_on()->arrival(), Connection::Arrival::whole);
}

TEST_F(ReceptionTest, WhoIsSeenOffGetsTheWholeAnswer) {
  open(usual);
  const auto asking = client();
  asking->send(std::string(whole) + std::string(100'000, 'a'));
  auto connection = handed_on();
  connection->begin_answer();
  EXPECT_EQ(connection->write("klaar", 5), 5);
  reception_->see_off(std::move(connection));
  EXPECT_EQ(asking->rest(), "klaar");
}

TEST_F(ReceptionTest, WhoDoesNotLeaveIsClosed) {
  open({.most = 10, .most_of_one = 10, .leaving_time = 50ms});
  const auto asking = client();
  asking->send(whole);
  reception_->see_off(handed_on());
  wait_for_guests(1);
  wait_for_guests(0);
}

TEST_F(ReceptionTest, StopClosesAll) {
  open(usual);
  const auto idle = client();
  const auto asking = client();
  asking->send(whole);
  auto connection = handed_on();
  wait_for_guests(1);
  reception_->stop();
  EXPECT_EQ(idle->rest(), "");
  running_.join();
  reception_->take(std::move(connection));
  EXPECT_EQ(asking->rest(), "") << "there is nobody any more";
}

TEST_F(ReceptionTest, StoppedBeforeItRunsDoesNotRun) {
  Reception reception(
      usual, [](const auto& /*connection*/) {}, counts_);
  reception.stop();
  reception.run(listening_.socket());
}

}  // namespace
}  // namespace kamerzoek::web
