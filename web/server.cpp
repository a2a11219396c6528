#include "web/server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <httplib.h>

#include "search/searcher.hpp"
#include "web/connection.hpp"
#include "web/routes.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t workers = 8;
constexpr int most_requests = 100;  // on one connection
constexpr auto idle_time = std::chrono::seconds(5);
constexpr int backlog = 512;

const httplib::Headers security_headers = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
     "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Vary", "Accept-Encoding"},
};

/// Searchers for reuse: one a thread at a time, opened when none is free.
class Searchers {
 public:
  explicit Searchers(std::filesystem::path index, Searcher first) : index_(std::move(index)) {
    free_.push_back(std::move(first));
  }

  /// Runs `work(Searcher&)`; `otherwise()` where the index cannot be opened. A searcher that was
  /// in use when something was thrown is not used again.
  template <class Work, class Otherwise>
  auto with(Work work, Otherwise otherwise) -> decltype(otherwise()) {
    auto searcher = take();
    if (!searcher) return otherwise();
    auto result = work(*searcher);
    const std::lock_guard lock(mutex_);
    free_.push_back(*std::move(searcher));
    return result;
  }

 private:
  Result<Searcher> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        Searcher searcher = std::move(free_.back());
        free_.pop_back();
        return searcher;
      }
    }
    return Searcher::open(index_);
  }

  std::filesystem::path index_;
  std::mutex mutex_;
  std::vector<Searcher> free_;
};

/// A pool of threads that knows how many connections wait for one.
class Workers : public httplib::TaskQueue {
 public:
  explicit Workers(std::atomic<int>& waiting) : waiting_(waiting), pool_(workers) {}

  void enqueue(std::function<void()> job) override {
    ++waiting_;
    pool_.enqueue([this, job = std::move(job)] {
      --waiting_;
      job();
    });
  }

  void shutdown() override { pool_.shutdown(); }

 private:
  std::atomic<int>& waiting_;
  httplib::ThreadPool pool_;
};

/// A Connection as the library wants to see it.
class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(web::Connection& connection) : connection_(connection) {}

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
  web::Connection& connection_;
};

/// The library's server with our own connections: its own reader has no limit for a whole request.
class HttpServer : public httplib::Server {
 public:
  /// False from the first call on.
  bool running() const { return !stopping_; }

  void stop_listening() {
    // Wakes the accept of listen_after_bind, and works before it too.
    if (!stopping_.exchange(true)) ::shutdown(svr_sock_, SHUT_RDWR);
  }

  /// The library's queue of connections the kernel holds is five long.
  void lengthen_backlog() { ::listen(svr_sock_, backlog); }

  std::atomic<int> waiting = 0;  ///< connections without a thread

 private:
  bool process_and_close_socket(socket_t socket) override {
    web::Connection connection(socket);
    for (int left = most_requests; left > 0 && answer_one(connection, left == 1); --left) {
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  /// False when the connection is to be closed.
  bool answer_one(web::Connection& connection, bool last) {
    // A connection that only stands open gives its thread to one that waits.
    const auto give_up = [this] { return stopping_ || waiting > 0; };
    if (!connection.wait_for_request(idle_time, give_up)) return false;
    connection.begin_request();
    bool closed = false;
    bool read_whole = false;
    ConnectionStream stream(connection);
    const bool answered = process_request(stream, last || stopping_, closed, [&](auto& request) {
      connection.begin_answer();
      // Overlapping ranges of a page would cost more memory than the page.
      request.ranges.clear();
      // A body is not read, so what follows it on this connection is no request.
      read_whole = (request.method == "GET" || request.method == "HEAD") &&
                   request.get_header_value("Content-Length", 0).empty() &&
                   !request.has_header("Transfer-Encoding");
    });
    return answered && read_whole && !closed && !last && !stopping_;
  }

  std::atomic<bool> stopping_ = false;
};

void reuse_address_only(socket_t socket) {
  // The library's own choice is SO_REUSEPORT, with which two servers share a port unseen.
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

web::Request plain_request(const httplib::Request& request) {
  return {request.method, request.target, request.get_header_value("Host")};
}

void fill(const web::Response& from, httplib::Response& to) {
  to.status = from.status;
  to.set_header("Cache-Control", from.cache);
  if (!from.location.empty()) to.set_header("Location", from.location);
  if (from.status == 405) {
    to.set_header("Allow", "GET, HEAD");
    to.set_header("Connection", "close");
  }
  to.set_content(from.body, from.type);
}

Error cannot_bind(const ServeOptions& options, int error) {
  const std::string where = fmt::format("{}:{}", options.address, options.port);
  if (error == EADDRINUSE) {
    return {ErrorCode::usage, fmt::format("{} is al in gebruik", where),
            "kies een andere poort met --listen, of 0 voor een vrije"};
  }
  if (error == EACCES) {
    return {ErrorCode::usage, fmt::format("voor {} zijn rechten nodig die er niet zijn", where),
            "kies een poort boven 1023 met --listen"};
  }
  return {ErrorCode::usage, fmt::format("op {} kan niet worden geluisterd", where),
          "kies een adres van deze computer met --listen"};
}

}  // namespace

struct Server::State {
  State(const std::filesystem::path& index, Searcher first) : searchers(index, std::move(first)) {
    http.new_task_queue = [this] { return new Workers(http.waiting); };
    http.set_socket_options(reuse_address_only);
    http.set_tcp_nodelay(true);
    http.set_keep_alive_max_count(most_requests);
    http.set_keep_alive_timeout(idle_time.count());
    http.set_payload_max_length(0);
    http.set_default_headers(security_headers);
    http.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& out) {
      const web::Request plain = plain_request(request);
      fill(searchers.with([&](Searcher& searcher) { return web::route(plain, searcher); },
                          [&] { return web::refuse(plain, 503); }),
           out);
      return httplib::Server::HandlerResponse::Handled;
    });
    http.set_exception_handler([](const httplib::Request& request, httplib::Response& out,
                                  const std::exception_ptr& /*error*/) {
      fill(web::refuse(plain_request(request), 500), out);
    });
    // What the library refuses by itself has no body yet: an address too long, a broken request.
    http.set_error_handler([](const httplib::Request& request, httplib::Response& out) {
      if (out.body.empty()) fill(web::refuse(plain_request(request), out.status), out);
    });
  }

  Searchers searchers;
  HttpServer http;
  int port = 0;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

Result<Server> Server::bind(const ServeOptions& options) {
  auto first = Searcher::open(options.index);
  if (!first) return tl::unexpected(first.error());
  auto state = std::make_unique<State>(options.index, *std::move(first));
  errno = 0;
  if (options.port == 0) {
    state->port = state->http.bind_to_any_port(options.address);
    if (state->port <= 0) return tl::unexpected(cannot_bind(options, errno));
  } else {
    if (!state->http.bind_to_port(options.address, options.port)) {
      return tl::unexpected(cannot_bind(options, errno));
    }
    state->port = options.port;
  }
  state->http.lengthen_backlog();
  return Server(std::move(state));
}

int Server::port() const {
  return state_->port;
}

void Server::run() {
  if (state_->http.running()) state_->http.listen_after_bind();
}

void Server::stop() {
  state_->http.stop_listening();
}

}  // namespace kamerzoek
