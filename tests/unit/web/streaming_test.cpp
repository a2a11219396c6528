// Exports through the server, on a real socket.

#include <algorithm>
#include <array>
#include <memory>
#include <thread>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include "tests/support/temporary_index.hpp"
#include "web/server.hpp"

namespace kamerzoek {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr int held = 3000;

/// A connection that has sent a request for `target`.
class Download {
 public:
  Download(int port, const std::string& target, const std::string& version = "1.1",
           const std::string& header = "Connection: close\r\n", const std::string& method = "GET")
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* generic = &address;
    // Little is held for a reader who does not read.
    const int small = 4096;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    const timeval patience = {.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::connect(socket_, static_cast<sockaddr*>(generic), sizeof address);
    const std::string text =
        fmt::format("{} {} HTTP/{}\r\nHost: x\r\n{}\r\n", method, target, version, header);
    ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
  }
  Download(const Download&) = delete;
  Download& operator=(const Download&) = delete;
  ~Download() { ::close(socket_); }

  /// The next bytes; empty at the end.
  std::string some() const {
    std::array<char, 65536> buffer;
    const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
  }

  std::string rest() const {
    std::string all;
    for (std::string next = some(); !next.empty(); next = some()) all += next;
    return all;
  }

 private:
  int socket_;
};

std::string body_of(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

/// The body without the lengths of its chunks; fails where the last chunk is missing.
std::string dechunked(std::string_view body) {
  std::string out;
  for (;;) {
    const std::size_t line = body.find("\r\n");
    if (line == std::string_view::npos) throw std::runtime_error("cut short");
    const std::size_t size = std::stoul(std::string(body.substr(0, line)), nullptr, 16);
    if (size == 0) return out;
    out += body.substr(line + 2, size);
    body.remove_prefix(std::min(body.size(), line + 2 + size + 2));
  }
}

std::string gunzipped(std::string compressed) {
  z_stream stream = {};
  ::inflateInit2(&stream, MAX_WBITS + 16);
  std::string out(std::size_t{16} << 20, '\0');
  void* in = compressed.data();
  void* to = out.data();
  stream.next_in = static_cast<Bytef*>(in);
  stream.avail_in = static_cast<uInt>(compressed.size());
  stream.next_out = static_cast<Bytef*>(to);
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = ::inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::inflateEnd(&stream);
  return ended == Z_STREAM_END ? out : "broken";
}

class StreamingTest : public ::testing::Test {
 protected:
  StreamingTest() {
    std::vector<Piece> pieces;
    for (int i = 1; i <= held; ++i) {
      pieces.push_back(test::document(fmt::format("kst-99001-{}", i),
                                      fmt::format("Dijk {} {}", i, std::string(1000, 'x')), ""));
    }
    index_.put(std::move(pieces));
    auto bound = Server::bind({.index = index_.dir(), .address = "127.0.0.1", .port = 0});
    if (!bound) throw std::runtime_error(bound.error().message);
    server_ = std::make_unique<Server>(*std::move(bound));
    running_ = std::thread([this] { server_->run(); });
  }
  ~StreamingTest() override { stop(); }

  void stop() {
    server_->stop();
    if (running_.joinable()) running_.join();
  }

  static std::ptrdiff_t lines(const std::string& text) { return std::ranges::count(text, '\n'); }

  test::TemporaryIndex index_;
  std::unique_ptr<Server> server_;
  std::thread running_;
};

TEST_F(StreamingTest, ExportComesInChunksAndWhole) {
  const std::string answer = Download(server_->port(), "/zoeken.jsonl?q=dijk").rest();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Disposition: attachment; filename=\"kamerzoek.jsonl\""));
  EXPECT_THAT(answer, Not(HasSubstr("Content-Length")));
  EXPECT_EQ(lines(dechunked(body_of(answer))), held);
}

TEST_F(StreamingTest, ExportIsCompressedForWhoTakesIt) {
  const Download download(server_->port(), "/zoeken.jsonl?q=dijk", "1.1",
                          "Connection: close\r\nAccept-Encoding: br, gzip\r\n");
  const std::string answer = download.rest();
  EXPECT_THAT(answer, HasSubstr("Content-Encoding: gzip\r\n"));
  EXPECT_EQ(lines(gunzipped(dechunked(body_of(answer)))), held);
  EXPECT_LT(answer.size(), std::size_t{200'000});
}

TEST_F(StreamingTest, OldClientGetsItUntilTheConnectionCloses) {
  const Download download(server_->port(), "/zoeken.jsonl?q=dijk", "1.0",
                          "Connection: Keep-Alive\r\n");
  const std::string answer = download.rest();
  EXPECT_THAT(answer, Not(HasSubstr("chunked")));
  EXPECT_EQ(lines(body_of(answer)), held);
}

TEST_F(StreamingTest, ConnectionServesOnBehindAnExport) {
  const Download download(server_->port(), "/zoeken.jsonl?q=dijk+2999", "1.1",
                          "\r\nGET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
  EXPECT_THAT(download.rest(), HasSubstr("\"documents\":3000"));
}

TEST_F(StreamingTest, HeadHasNoBody) {
  const Download download(server_->port(), "/zoeken.csv", "1.1", "Connection: close\r\n", "HEAD");
  const std::string answer = download.rest();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST_F(StreamingTest, TwoAtATimeAndOthersAreToldWhen) {
  const auto ask = [&] { return std::make_unique<Download>(server_->port(), "/zoeken.jsonl"); };
  auto first = ask();
  const auto second = ask();
  EXPECT_THAT(first->some(), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(second->some(), StartsWith("HTTP/1.1 200"));
  const std::string refused = ask()->rest();
  EXPECT_THAT(refused, StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(refused, HasSubstr("Retry-After: 30\r\n"));
  // Whoever hangs up makes room at once.
  first.reset();
  std::string again;
  for (int i = 0; i < 100 && !again.starts_with("HTTP/1.1 200"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    again = ask()->some();
  }
  EXPECT_THAT(again, StartsWith("HTTP/1.1 200"));
}

TEST_F(StreamingTest, ServerThatStopsLeavesTheEndUnsent) {
  const Download download(server_->port(), "/zoeken.jsonl");
  std::string answer = download.some();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  server_->stop();
  answer += download.rest();
  stop();
  EXPECT_THROW(dechunked(body_of(answer)), std::runtime_error);
}

}  // namespace
}  // namespace kamerzoek
