#include "web/server.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "search/searcher.hpp"
#include "web/access_log.hpp"
#include "web/http_server.hpp"
#include "web/metrics.hpp"
#include "web/routes.hpp"

namespace kamerzoek {
namespace {

/// Searchers for reuse: one a thread at a time, opened when none is free.
class Searchers {
 public:
  explicit Searchers(std::filesystem::path index, Searcher first)
      : index_(std::move(index)), vocabulary_(first.vocabulary()) {
    vocabulary_->prepare();  // nobody has to wait for it
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
    return Searcher::open(index_, vocabulary_);
  }

  std::filesystem::path index_;
  std::shared_ptr<SharedVocabulary> vocabulary_;
  std::mutex mutex_;
  std::vector<Searcher> free_;
};

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
  State(const std::filesystem::path& index, Searcher first)
      : searchers(index, std::move(first)),
        http(
            [this](const web::Request& request) {
              return searchers.with([&](Searcher& searcher) { return route(request, searcher); },
                                    [&] { return web::refuse(request, 503); });
            },
            web::refuse, [this](const web::Answered& answered) { observe(answered); },
            web::request_metrics().connections()) {}

  void observe(const web::Answered& answered) const {
    web::request_metrics().count(web::route_of(answered.request), answered.status, answered.took);
    if (access_log) access_log->write(answered);
  }

  Searchers searchers;
  std::unique_ptr<web::AccessLog> access_log;
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
  if (!options.access_log.empty()) {
    auto log = web::AccessLog::open(options.access_log);
    if (!log) return tl::unexpected(log.error());
    state->access_log = *std::move(log);
  }
  errno = 0;
  state->port = state->http.bind(options.address, options.port);
  if (state->port == 0) return tl::unexpected(cannot_bind(options, errno));
  return Server(std::move(state));
}

int Server::port() const {
  return state_->port;
}

void Server::run() {
  state_->http.serve();
}

void Server::stop() {
  state_->http.stop();
}

Result<void> Server::reopen_access_log() {
  if (!state_->access_log) return {};
  return state_->access_log->reopen();
}

}  // namespace kamerzoek
