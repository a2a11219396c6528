#include "web/workers.hpp"

#include <algorithm>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

void close_connection(int socket) {
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
}

}  // namespace

Workers::Workers(Limits limits, Serve serve) : limits_(limits), serve_(std::move(serve)) {
  for (std::size_t i = 0; i < limits.threads; ++i) threads_.emplace_back([this] { work(); });
}

void Workers::take(int socket, std::string client) {
  {
    const std::lock_guard lock(mutex_);
    if (!finishing_ && !is_full_for(client)) {
      waiting_.push_back({socket, std::move(client)});
      socket = -1;
    }
  }
  if (socket >= 0) return close_connection(socket);
  changed_.notify_one();
}

bool Workers::someone_waits_for(const std::string& client) {
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(waiting_, [&](const Waiting& other) {
    return other.client == client || !has_its_share(other.client);
  });
}

bool Workers::begin(const std::string& client) {
  const std::lock_guard lock(mutex_);
  if (has_its_share(client)) return false;
  if (!client.empty()) ++served_[client];
  return true;
}

void Workers::end(const std::string& client) {
  {
    const std::lock_guard lock(mutex_);
    release(client);
  }
  // One that waited for this client's share may go now.
  changed_.notify_one();
}

void Workers::finish() {
  {
    const std::lock_guard lock(mutex_);
    finishing_ = true;
    for (const Waiting& connection : waiting_) close_connection(connection.socket);
    waiting_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

bool Workers::has_its_share(const std::string& client) const {
  const auto served = served_.find(client);
  return served != served_.end() && served->second >= limits_.threads / 2;
}

bool Workers::is_full_for(const std::string& client) const {
  if (waiting_.size() >= limits_.most_waiting) return true;
  if (client.empty()) return false;
  const auto of_client = std::ranges::count(waiting_, client, &Waiting::client);
  return static_cast<std::size_t>(of_client) >= limits_.most_waiting_of_one;
}

/// The first whose client does not have its share.
std::deque<Workers::Waiting>::iterator Workers::next() {
  return std::ranges::find_if(
      waiting_, [this](const Waiting& connection) { return !has_its_share(connection.client); });
}

void Workers::release(const std::string& client) {
  const auto served = served_.find(client);
  if (served != served_.end() && --served->second == 0) served_.erase(served);
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return finishing_ || next() != waiting_.end(); });
    if (finishing_) return;
    const auto first = next();
    const Waiting connection = std::move(*first);
    waiting_.erase(first);
    if (!connection.client.empty()) ++served_[connection.client];
    lock.unlock();
    serve_(connection.socket, connection.client);
    close_connection(connection.socket);
    lock.lock();
    release(connection.client);
  }
}

}  // namespace kamerzoek::web
