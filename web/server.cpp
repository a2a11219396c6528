#include "web/server.hpp"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <httplib.h>

#include "search/searcher.hpp"
#include "web/http_server.hpp"
#include "web/routes.hpp"

namespace kamerzoek {
namespace {

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
  web::HttpServer http;
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
