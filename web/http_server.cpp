#include "web/http_server.hpp"

#include <functional>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

constexpr std::size_t workers = 8;
constexpr int most_requests = 100;  // on one connection
constexpr auto idle_time = std::chrono::seconds(5);
constexpr int backlog = 512;

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

}  // namespace

HttpServer::HttpServer() {
  new_task_queue = [this] { return new Workers(waiting_); };
  set_socket_options(reuse_address_only);
  set_tcp_nodelay(true);
  set_keep_alive_max_count(most_requests);
  set_keep_alive_timeout(idle_time.count());
  set_payload_max_length(0);
}

void HttpServer::stop_listening() {
  // Wakes the accept of listen_after_bind, and works before it too.
  if (!stopping_.exchange(true)) ::shutdown(svr_sock_, SHUT_RDWR);
}

void HttpServer::lengthen_backlog() {
  ::listen(svr_sock_, backlog);
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  Connection connection(socket);
  for (int left = most_requests; left > 0 && answer_one(connection, left == 1); --left) {
  }
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
  return true;
}

bool HttpServer::answer_one(Connection& connection, bool last) {
  // A connection that only stands open gives its thread to one that waits.
  const auto give_up = [this] { return stopping_ || waiting_ > 0; };
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

}  // namespace kamerzoek::web
