// The server on a real socket: what the library around the pages does with requests.

#include "web/server.hpp"

#include <thread>

#include <gmock/gmock.h>

#include "tests/support/http_client.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Client = test::HttpClient;

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

  std::string get(const std::string& target, const std::string& headers = {}) {
    return answer(test::get_request(target, headers));
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

TEST_F(ServerTest, RequestThatIsMuchTooLongGetsItsAnswer) {
  for (const std::size_t length :
       {std::size_t{65'000}, std::size_t{70'000}, std::size_t{1} << 20}) {
    EXPECT_THAT(get("/zoeken?q=" + std::string(length, 'a')), StartsWith("HTTP/1.1 414"));
  }
  EXPECT_THAT(answer("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" +
                     std::string(1'000'000, 'a')),
              StartsWith("HTTP/1.1 405"));
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

TEST_F(ServerTest, LongAddressUnderTheApiIsAProblem) {
  const std::string text = get("/api/v1/search?q=" + std::string(9000, 'a'));
  EXPECT_THAT(text, StartsWith("HTTP/1.1 414"));
  EXPECT_THAT(text, HasSubstr("Content-Type: application/problem+json"));
}

TEST_F(ServerTest, AnswerThatIsHeldIsNotSentAgain) {
  for (const std::string target : {"/", "/kst-99001-1", "/zoeken?q=dijk", "/api/v1/search?q=dijk",
                                   "/dossier/99001", "/opensearch.xml"}) {
    const std::string first = get(target);
    const std::size_t begin = first.find("ETag: ") + 6;
    const std::string tag = first.substr(begin, first.find("\r\n", begin) - begin);
    const std::string second = get(target, "If-None-Match: \"other\", " + tag + "\r\n");
    EXPECT_THAT(second, StartsWith("HTTP/1.1 304")) << target;
    EXPECT_THAT(second, HasSubstr("ETag: " + tag)) << target;
    EXPECT_THAT(second, HasSubstr("Cache-Control: no-cache")) << target;
    EXPECT_THAT(second, HasSubstr("Vary: Accept-Encoding")) << target;
    EXPECT_THAT(second, Not(HasSubstr("Content-Length"))) << target;
    EXPECT_THAT(second, EndsWith("\r\n\r\n")) << target;
    EXPECT_THAT(get(target, "If-None-Match: \"other\"\r\n"), StartsWith("HTTP/1.1 200")) << target;
  }
}

TEST_F(ServerTest, CommitThatChangesAnAnswerChangesItsTag) {
  const std::string before = get("/dossier/99001");
  const std::string other = get("/kst-99001-1");
  index_.put({test::document("kst-99001-2", "Duin", "Een duin.\n")});
  const auto tag = [](const std::string& text) { return text.substr(text.find("ETag: "), 40); };
  EXPECT_NE(tag(get("/dossier/99001")), tag(before));
  EXPECT_EQ(tag(get("/kst-99001-1")), tag(other));
}

TEST_F(ServerTest, HeadTellsTheLengthOfWhatGetSends) {
  for (const std::string encoding : {"", "Accept-Encoding: gzip\r\n"}) {
    const std::string whole = get("/", encoding);
    const std::size_t header = whole.find("\r\n\r\n") + 4;
    const std::string head =
        answer("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + encoding + "\r\n");
    EXPECT_EQ(head, whole.substr(0, header));
    EXPECT_THAT(head, HasSubstr("Content-Length: " + std::to_string(whole.size() - header)));
  }
}

TEST_F(ServerTest, IsCompressedForWhoTakesIt) {
  EXPECT_THAT(get("/", "Accept-Encoding: br, gzip\r\n"), HasSubstr("Content-Encoding: gzip"));
  EXPECT_THAT(get("/", "Accept-Encoding: br, gzip;q=0\r\n"), Not(HasSubstr("Content-Encoding")));
  EXPECT_THAT(get("/"), Not(HasSubstr("Content-Encoding")));
}

TEST_F(ServerTest, ScriptsOfOtherSitesMayAskAndRead) {
  const std::string leave = answer(
      "OPTIONS /api/v1/search?q=dijk HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
      "Origin: https://example.org\r\nAccess-Control-Request-Method: GET\r\n\r\n");
  EXPECT_THAT(leave, StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(leave, HasSubstr("Access-Control-Allow-Origin: *"));
  EXPECT_THAT(leave, HasSubstr("Access-Control-Allow-Methods: GET, HEAD, OPTIONS"));
  EXPECT_THAT(leave, Not(HasSubstr("Content-Length")));
  for (const char* target : {"/api/v1/search?q=dijk", "/api/v1/search?q=(", "/api/v1/niets"}) {
    EXPECT_THAT(get(target), HasSubstr("Access-Control-Allow-Origin: *")) << target;
  }
  EXPECT_THAT(get("/zoeken?q=dijk"), Not(HasSubstr("Access-Control")));
}

TEST_F(ServerTest, ClientOfAProxyThatAsksTooMuchIsRefusedAndNoOtherIs) {
  const std::string address = "/api/v1/documents/kst-99001-1";
  std::string refused;
  // Its bucket fills up again while it is emptied, so that the number it takes depends on the
  // machine.
  for (int i = 0; i < 5000 && refused.empty(); ++i) {
    const std::string text = get(address, "X-Forwarded-For: 192.0.2.1, 198.51.100.7\r\n");
    if (!text.starts_with("HTTP/1.1 200")) refused = text;
  }
  EXPECT_THAT(refused, StartsWith("HTTP/1.1 429"));
  EXPECT_THAT(refused, HasSubstr("Retry-After: 1\r\n"));
  EXPECT_THAT(refused, HasSubstr("Content-Type: application/problem+json"));
  EXPECT_THAT(get(address, "X-Forwarded-For: 198.51.100.7, 192.0.2.1\r\n"),
              StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(get(address), StartsWith("HTTP/1.1 200")) << "the owner of the machine";
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

TEST_F(ServerTest, CountsWhatItAnswersAndWhatItRefuses) {
  const auto count = [&](const std::string& labels) {
    const std::string text = get("/metrics");
    const std::string sample = "kamerzoek_http_requests_total{" + labels + "} ";
    const std::size_t at = text.find("\n" + sample);
    return at == std::string::npos ? 0 : std::stoi(text.substr(at + 1 + sample.size()));
  };
  // The counts are those of the process, which other tests add to. What was answered is counted
  // when it was sent, which may be a moment after it was read.
  for (const auto& [target, labels] :
       {std::pair{std::string("/kst-99001-1"), "route=\"record\",status=\"200\""},
        std::pair{std::string("/zoeken?q=("), "route=\"search\",status=\"400\""},
        std::pair{std::string("/a/b/c"), "route=\"none\",status=\"404\""},
        std::pair{"/zoeken?q=" + std::string(9000, 'a'), "route=\"search\",status=\"414\""}}) {
    const int before = count(labels);
    get(target);
    for (int i = 0; i < 100 && count(labels) == before; ++i) std::this_thread::yield();
    EXPECT_EQ(count(labels), before + 1) << labels;
  }
  const std::string text = get("/metrics");
  EXPECT_THAT(text, HasSubstr("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
  EXPECT_THAT(text, HasSubstr("\nkamerzoek_index_documents 1\n"));
  EXPECT_THAT(text, HasSubstr("\nkamerzoek_build_info{version=\""));
  EXPECT_THAT(text, Not(HasSubstr("ETag: ")));
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
