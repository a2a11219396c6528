#include "web/http_server.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/answer.hpp"
#include "web/exchange.hpp"
#include "web/reception.hpp"
#include "web/request_rate.hpp"
#include "web/streaming.hpp"
#include "web/workers.hpp"

namespace kamerzoek::web {
namespace {

constexpr int backlog = 512;
// Holds all of a page but the longest, so that the thread that made it need not wait for its
// reader.
constexpr int send_buffer = 256 << 10;

// A page takes a few requests and a reader a few seconds; a script that follows a dossier or pages
// through a result gets on at a pace that costs the server a tenth of a processor. docs/api.md
// tells these numbers.
constexpr RequestRate::Limits request_rate = {
    .per_second = 20, .burst = 100, .most_clients = 10'000};

// Together within the thousand descriptors a process may have, with the index's own.
constexpr Reception::Limits reception = {.most = 512, .most_of_one = 64};
constexpr Workers::Limits workers = {.threads = 8, .most_waiting = 256, .most_waiting_of_one = 64};

const httplib::Headers security_headers = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Accept-Ranges", "none"},
};

/// The connections it accepts take over what is set here.
void set_options(socket_t listening) {
  // The library's own choice is SO_REUSEPORT, with which two servers share a port unseen.
  const int yes = 1;
  ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  ::setsockopt(listening, SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
}

/// The one that this thread answers: the library's handlers are told nothing of the connection.
thread_local Exchange* current = nullptr;

}  // namespace

class HttpServer::Library : public httplib::Server {
 public:
  Library(Answer answer, Refuse refuse, Observe observe, ConnectionCounts& counts);
  ~Library() override;

  int bind(const std::string& address, int port);
  void serve();
  void stop();

 private:
  void set_handlers();
  void queue(std::unique_ptr<Connection> connection);
  void serve_connection(std::unique_ptr<Connection> connection, Exchange::Room room);
  /// False when the connection is to be closed.
  bool answer_one(Connection& connection, Exchange::Room room);
  Response answered(Exchange& exchange);

  Answer answer_;
  Refuse refuse_;
  Observe observe_;
  RequestRate rate_;
  std::atomic<bool> stopping_ = false;
  Reception reception_;
  Workers workers_;
};

HttpServer::Library::Library(Answer answer, Refuse refuse, Observe observe,
                             ConnectionCounts& counts)
    : answer_(std::move(answer)),
      refuse_(std::move(refuse)),
      observe_(std::move(observe)),
      rate_(request_rate),
      reception_(
          reception, [this](auto connection) { queue(std::move(connection)); }, counts),
      workers_(
          workers,
          [this](auto connection) {
            serve_connection(std::move(connection), Exchange::Room::enough);
          },
          counts) {
  set_socket_options(set_options);
  set_tcp_nodelay(true);
  set_payload_max_length(0);
  set_default_headers(security_headers);
  set_handlers();
}

void HttpServer::Library::set_handlers() {
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& out) {
    Response response = finished(current->answered.request, answered(*current));
    fill(response, out);
    if (response.parts) {
      // A server that stops waits for the requests under way, but not for minutes.
      const auto go_on = [this] { return !stopping_; };
      send_parts(std::move(response.parts), response.type, go_on, request, out);
    }
    return HandlerResponse::Handled;
  });
  set_exception_handler([this](const httplib::Request& /*request*/, httplib::Response& out,
                               const std::exception_ptr& /*error*/) {
    const Request& request = current->answered.request;
    fill(finished(request, refuse_(request, 500)), out);
  });
  // What the library refuses by itself has no body yet: an address too long, a broken request.
  set_error_handler([this](const httplib::Request& /*request*/, httplib::Response& out) {
    if (!out.body.empty()) return;
    Request& request = current->answered.request;
    if (request.target.empty()) request.target = current->connection().asked_path();
    fill(finished(request, refuse_(request, out.status)), out);
    out.set_header("Connection", "close");
  });
  // The library gives every answer a length, also those that are no body.
  set_post_routing_handler([](const httplib::Request& /*request*/, httplib::Response& out) {
    current->answered.status = out.status;
    if (out.status == 204 || out.status == 304) out.headers.erase("Content-Length");
  });
}

HttpServer::Library::~Library() {
  workers_.finish();
  if (svr_sock_ != INVALID_SOCKET) ::close(svr_sock_);
}

int HttpServer::Library::bind(const std::string& address, int port) {
  const int bound = port == 0 ? bind_to_any_port(address) : bind_to_port(address, port) ? port : 0;
  // The library's queue of connections the kernel holds is five long.
  if (bound > 0) ::listen(svr_sock_, backlog);
  return std::max(bound, 0);
}

void HttpServer::Library::serve() {
  reception_.run(svr_sock_);
  ::shutdown(svr_sock_, SHUT_RDWR);
  workers_.finish();
}

void HttpServer::Library::stop() {
  stopping_ = true;
  reception_.stop();
}

void HttpServer::Library::queue(std::unique_ptr<Connection> connection) {
  auto refused = workers_.take(std::move(connection));
  if (refused) serve_connection(std::move(refused), Exchange::Room::none);
}

void HttpServer::Library::serve_connection(std::unique_ptr<Connection> connection,
                                           Exchange::Room room) {
  if (answer_one(*connection, room) && connection->end_answer()) {
    reception_.take(std::move(connection));
  } else {
    reception_.see_off(std::move(connection));
  }
}

bool HttpServer::Library::answer_one(Connection& connection, Exchange::Room room) {
  const bool no_room = room == Exchange::Room::none;
  // Who is refused is so by the thread that watches over all connections.
  connection.begin_answer(no_room ? Connection::Patience::none : Connection::Patience::usual);
  Exchange exchange(connection, workers_, room);
  current = &exchange;
  const bool last = no_room || connection.requests_left() == 0 || stopping_;
  bool closed = false;
  ConnectionStream stream(connection);
  const bool sent = process_request(
      stream, last, closed, [&](httplib::Request& request) { exchange.take_over(request); });
  current = nullptr;
  if (exchange.answered.status != 0) {
    exchange.answered.bytes = connection.sent();
    exchange.answered.took = Connection::Clock::now() - connection.arrived();
    observe_(exchange.answered);
  }
  return sent && exchange.read_whole() && !closed && !last && !stopping_;
}

Response HttpServer::Library::answered(Exchange& exchange) {
  const Request& request = exchange.answered.request;
  const std::string& client = exchange.answered.client;
  const auto too_much = [&](double seconds) {
    Response response = refuse_(request, 429);
    response.retry_after = static_cast<unsigned>(std::ceil(seconds));
    return response;
  };
  if (exchange.room() == Exchange::Room::none) return refuse_(request, 503);
  if (!client.empty()) {
    const auto wait = rate_.wait(client, RequestRate::Clock::now());
    if (wait.count() > 0) return too_much(wait.count());
  }
  return exchange.begin() ? answer_(request) : too_much(1);
}

HttpServer::HttpServer(Answer answer, Refuse refuse, Observe observe, ConnectionCounts& counts)
    : library_(std::make_unique<Library>(std::move(answer), std::move(refuse), std::move(observe),
                                         counts)) {}
HttpServer::~HttpServer() = default;

int HttpServer::bind(const std::string& address, int port) {
  return library_->bind(address, port);
}

void HttpServer::serve() {
  library_->serve();
}

void HttpServer::stop() {
  library_->stop();
}

}  // namespace kamerzoek::web
