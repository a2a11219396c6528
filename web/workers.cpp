#include "web/workers.hpp"

#include <algorithm>
#include <utility>

namespace kamerzoek::web {

Workers::Workers(Limits limits, Serve serve, ConnectionCounts& counts)
    : limits_(limits), serve_(std::move(serve)), counts_(counts) {
  for (std::size_t i = 0; i < limits.threads; ++i) threads_.emplace_back([this] { work(); });
}

std::unique_ptr<Connection> Workers::take(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    if (finishing_ || is_full_for(connection->client())) return connection;
    waiting_.push_back(std::move(connection));
    counts_.queued = waiting_.size();
  }
  changed_.notify_one();
  return nullptr;
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
  const auto of_client = std::ranges::count_if(
      waiting_, [&](const auto& connection) { return connection->client() == client; });
  return static_cast<std::size_t>(of_client) >= limits_.most_waiting_of_one;
}

/// The first whose client does not have its share.
Workers::Queue::iterator Workers::next() {
  return std::ranges::find_if(
      waiting_, [this](const auto& connection) { return !has_its_share(connection->client()); });
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
    std::unique_ptr<Connection> connection = std::move(*first);
    waiting_.erase(first);
    counts_.queued = waiting_.size();
    ++counts_.served;
    const std::string client = connection->client();
    if (!client.empty()) ++served_[client];
    lock.unlock();
    serve_(std::move(connection));
    lock.lock();
    --counts_.served;
    release(client);
  }
}

}  // namespace kamerzoek::web
