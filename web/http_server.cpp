#include "web/http_server.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>
#include <utility>

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/answer.hpp"
#include "web/client.hpp"
#include "web/connection.hpp"
#include "web/request_rate.hpp"
#include "web/streaming.hpp"
#include "web/workers.hpp"

namespace kamerzoek::web {
namespace {

constexpr int most_requests = 100;  // on one connection
constexpr auto idle_time = std::chrono::seconds(5);
constexpr int backlog = 512;

// A page takes a few requests and a reader a few seconds; a script that follows a dossier or pages
// through a result gets on at a pace that costs the server a tenth of a processor. docs/api.md
// tells these numbers.
constexpr RequestRate::Limits request_rate = {
    .per_second = 20, .burst = 100, .most_clients = 10'000};

// Within the thousand descriptors a process may have, with the index's own.
constexpr Workers::Limits workers = {.threads = 8, .most_waiting = 512, .most_waiting_of_one = 64};

const httplib::Headers security_headers = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Accept-Ranges", "none"},
};

/// A Connection as the library wants to see it.
class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(Connection& connection) : connection_(connection) {}

  bool is_readable() const override { return connection_.readable(); }
  bool is_writable() const override { return connection_.writable(); }
  ssize_t read(char* into, std::size_t size) override { return connection_.read(into, size); }
  ssize_t write(const char* from, std::size_t size) override {
    return connection_.write(from, size);
  }
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
};

void reuse_address_only(socket_t socket) {
  // The library's own choice is SO_REUSEPORT, with which two servers share a port unseen.
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

Request plain(const httplib::Request& request) {
  return {request.method, request.target, request.get_header_value("Host"),
          request.get_header_value("Accept-Encoding"), request.get_header_value("If-None-Match")};
}

/// The last value of a header that may stand there more than once.
std::string last_value(const httplib::Request& request, const char* name) {
  const std::size_t count = request.get_header_value_count(name);
  return count == 0 ? std::string() : request.get_header_value(name, count - 1);
}

/// The library tells a client that the connection ends when the client has said so.
void announce_end(httplib::Request& request) {
  request.headers.erase("Connection");
  request.headers.emplace("Connection", "close");
}

void fill(const Response& from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (!from.body.empty()) to.set_content(from.body, from.type);
}

/// One request on its way.
struct Exchange {
  Exchange(Connection& from, std::string counted_for, Workers& by)
      : connection(from), client(std::move(counted_for)), workers(by) {}
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  ~Exchange() {
    if (begun) workers.end(client);
  }

  Connection& connection;
  std::string client;
  Workers& workers;
  bool is_forwarded = false;
  bool begun = false;  ///< counted as one of the threads of a client of a proxy
  int status = 0;      ///< of the answer; 0 where the client went away before one
  std::chrono::steady_clock::time_point received = std::chrono::steady_clock::now();
  Request request = {};
};

/// The one that this thread answers: the library's handlers are told nothing of the connection.
thread_local Exchange* current = nullptr;

}  // namespace

class HttpServer::Library : public httplib::Server {
 public:
  Library(Answer answer, Refuse refuse, Observe observe);
  ~Library() override;

  int bind(const std::string& address, int port);
  void serve();
  void stop();

 private:
  void serve_connection(int socket, const std::string& client);
  /// False when the connection is to be closed.
  bool answer_one(Connection& connection, const std::string& client, bool last);
  Response answered(Exchange& exchange);

  Answer answer_;
  Refuse refuse_;
  Observe observe_;
  RequestRate rate_;
  std::atomic<bool> stopping_ = false;
  Workers workers_;
};

HttpServer::Library::Library(Answer answer, Refuse refuse, Observe observe)
    : answer_(std::move(answer)),
      refuse_(std::move(refuse)),
      observe_(std::move(observe)),
      rate_(request_rate),
      workers_(workers,
               [this](int socket, const auto& client) { serve_connection(socket, client); }) {
  set_socket_options(reuse_address_only);
  set_tcp_nodelay(true);
  set_keep_alive_max_count(most_requests);
  set_keep_alive_timeout(idle_time.count());
  set_payload_max_length(0);
  set_default_headers(security_headers);
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& out) {
    Response response = finished(current->request, answered(*current));
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
    fill(finished(current->request, refuse_(current->request, 500)), out);
  });
  // What the library refuses by itself has no body yet: an address too long, a broken request.
  set_error_handler([this](const httplib::Request& /*request*/, httplib::Response& out) {
    if (!out.body.empty()) return;
    Request& request = current->request;
    if (request.target.empty()) request.target = current->connection.asked_path();
    fill(finished(request, refuse_(request, out.status)), out);
    out.set_header("Connection", "close");
  });
  // The library gives every answer a length, also those that are no body.
  set_post_routing_handler([](const httplib::Request& /*request*/, httplib::Response& out) {
    current->status = out.status;
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
  while (!stopping_) {
    sockaddr_storage peer = {};
    socklen_t size = sizeof peer;
    void* address = &peer;
    const int socket = ::accept4(svr_sock_, static_cast<sockaddr*>(address), &size, SOCK_CLOEXEC);
    if (socket >= 0) {
      workers_.take(socket, client_of(*static_cast<const sockaddr*>(address)));
    } else if (!stopping_) {
      // Out of descriptors or memory, or the client has gone: the next one may do better.
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  workers_.finish();
}

void HttpServer::Library::stop() {
  // Wakes the accept of `serve`, and works before it too.
  if (!stopping_.exchange(true)) ::shutdown(svr_sock_, SHUT_RDWR);
}

void HttpServer::Library::serve_connection(int socket, const std::string& client) {
  Connection connection(socket);
  for (int left = most_requests; left > 0 && answer_one(connection, client, left == 1); --left) {
  }
}

bool HttpServer::Library::answer_one(Connection& connection, const std::string& client, bool last) {
  // A connection that only stands open gives its thread to one that waits.
  const auto give_up = [&] { return stopping_ || workers_.someone_waits_for(client); };
  if (!connection.wait_for_request(idle_time, give_up)) return false;
  connection.begin_request();
  Exchange exchange(connection, client, workers_);
  current = &exchange;
  bool closed = false;
  bool read_whole = false;
  ConnectionStream stream(connection);
  const bool answered = process_request(stream, last || stopping_, closed, [&](auto& request) {
    connection.begin_answer();
    exchange.received = std::chrono::steady_clock::now();
    exchange.request = plain(request);
    if (client.empty()) {
      exchange.client = forwarded_client(last_value(request, "X-Forwarded-For"));
      exchange.is_forwarded = !exchange.client.empty();
    }
    // Compressing is ours (answer.hpp): the library does it for some types, and for "gzip;q=0".
    request.headers.erase("Accept-Encoding");
    // Overlapping ranges of a page would cost more memory than the page.
    request.ranges.clear();
    // A body is not read, so what follows it on this connection is no request. And to HTTP/1.0 a
    // stream ends with the connection.
    read_whole =
        request.version != "HTTP/1.0" &&
        (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") &&
        request.get_header_value("Content-Length", 0).empty() &&
        !request.has_header("Transfer-Encoding");
    if (!read_whole) announce_end(request);
  });
  current = nullptr;
  if (exchange.status != 0) {
    observe_(exchange.request, exchange.status,
             std::chrono::steady_clock::now() - exchange.received);
  }
  if (!read_whole) connection.discard_rest();
  return answered && read_whole && !closed && !last && !stopping_;
}

Response HttpServer::Library::answered(Exchange& exchange) {
  const auto too_much = [&](double seconds) {
    Response response = refuse_(exchange.request, 429);
    response.retry_after = static_cast<unsigned>(std::ceil(seconds));
    return response;
  };
  if (!exchange.client.empty()) {
    const auto wait = rate_.wait(exchange.client, RequestRate::Clock::now());
    if (wait.count() > 0) return too_much(wait.count());
  }
  if (exchange.is_forwarded) {
    exchange.begun = workers_.begin(exchange.client);
    if (!exchange.begun) return too_much(1);
  }
  return answer_(exchange.request);
}

HttpServer::HttpServer(Answer answer, Refuse refuse, Observe observe)
    : library_(
          std::make_unique<Library>(std::move(answer), std::move(refuse), std::move(observe))) {}
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
