#include "web/reception.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/client.hpp"

namespace kamerzoek::web {
namespace {

// How late a connection past its time may be noticed.
constexpr std::chrono::milliseconds round(250);
constexpr int most_events = 64;

int opened(int descriptor, const char* what) {
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), what);
  return descriptor;
}

}  // namespace

Reception::Reception(Limits limits, HandOn hand_on, ConnectionCounts& counts)
    : limits_(limits),
      hand_on_(std::move(hand_on)),
      counts_(counts),
      poll_(opened(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      bell_(opened(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {}

Reception::~Reception() {
  ::close(bell_);
  ::close(poll_);
}

void Reception::stop() {
  stopping_ = true;
  ::eventfd_write(bell_, 1);
}

void Reception::take(std::unique_ptr<Connection> connection) {
  come_in({.connection = std::move(connection)});
}

void Reception::see_off(std::unique_ptr<Connection> connection) {
  connection->shut_down();
  come_in({.connection = std::move(connection), .leaving = true});
}

void Reception::come_in(Guest guest) {
  const std::lock_guard lock(mutex_);
  if (!open_) return;
  door_.push_back(std::move(guest));
  ::eventfd_write(bell_, 1);
}

std::vector<Reception::Guest> Reception::those_who_came_in() {
  eventfd_t rings = 0;
  ::eventfd_read(bell_, &rings);
  const std::lock_guard lock(mutex_);
  return std::exchange(door_, {});
}

void Reception::run(int listening) {
  ::fcntl(listening, F_SETFL, ::fcntl(listening, F_GETFL) | O_NONBLOCK);
  for (const int own : {listening, bell_}) {
    epoll_event event = {.events = EPOLLIN, .data = {.fd = own}};
    opened(::epoll_ctl(poll_, EPOLL_CTL_ADD, own, &event), "epoll_ctl");
  }
  std::array<epoll_event, most_events> events = {};
  while (!stopping_) {
    const int wait = guests_.empty() ? -1 : static_cast<int>(round.count());
    const int happened = ::epoll_wait(poll_, events.data(), most_events, wait);
    for (int i = 0; i < happened && !stopping_; ++i) {
      const int socket = events[static_cast<std::size_t>(i)].data.fd;
      if (socket == listening) {
        accept_from(listening);
      } else if (socket == bell_) {
        for (Guest& guest : those_who_came_in()) welcome(std::move(guest));
      } else {
        heard_from(socket);
      }
    }
    close_overdue();
    counts_.waiting = guests_.size();
  }
  const std::lock_guard lock(mutex_);
  open_ = false;
  door_.clear();
  guests_.clear();
  counts_.waiting = 0;
}

void Reception::accept_from(int listening) {
  sockaddr_storage peer = {};
  socklen_t size = sizeof peer;
  void* address = &peer;
  const int socket = ::accept4(listening, static_cast<sockaddr*>(address), &size, SOCK_CLOEXEC);
  if (socket >= 0) {
    std::string client = client_of(*static_cast<const sockaddr*>(address));
    make_room_for(client);
    return watch({.connection = std::make_unique<Connection>(socket, std::move(client))});
  }
  // Out of descriptors or memory: who waits longest gives up its own.
  const bool out = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
  if (out && !close_longest(nullptr)) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

void Reception::welcome(Guest guest) {
  if (!guest.leaving && guest.connection->arrival() == Connection::Arrival::whole) {
    return hand_on_(std::move(guest.connection));
  }
  make_room_for(guest.connection->client());
  watch(std::move(guest));
}

void Reception::watch(Guest guest) {
  const int socket = guest.connection->socket();
  guest.until = guest.since + patience(guest);
  epoll_event event = {.events = EPOLLIN | EPOLLRDHUP, .data = {.fd = socket}};
  if (::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event) == 0) {
    guests_.insert_or_assign(socket, std::move(guest));
  }
}

Connection::Clock::duration Reception::patience(const Guest& guest) const {
  if (guest.leaving) return limits_.leaving_time;
  const bool begun = guest.connection->arrival() == Connection::Arrival::part;
  return begun ? limits_.request_time : limits_.idle_time;
}

void Reception::heard_from(int socket) {
  const auto found = guests_.find(socket);
  if (found == guests_.end()) return;
  Guest& guest = found->second;
  if (guest.leaving) {
    if (!guest.connection->discard()) guests_.erase(found);
    return;
  }
  const bool begun = guest.connection->arrival() == Connection::Arrival::part;
  switch (guest.connection->receive()) {
    case Connection::Arrival::none:
      return;
    case Connection::Arrival::part:
      if (!begun) guest.until = Connection::Clock::now() + limits_.request_time;
      return;
    case Connection::Arrival::whole: {
      ::epoll_ctl(poll_, EPOLL_CTL_DEL, socket, nullptr);
      std::unique_ptr<Connection> connection = std::move(guest.connection);
      guests_.erase(found);
      return hand_on_(std::move(connection));
    }
    case Connection::Arrival::gone:
      guests_.erase(found);
  }
}

void Reception::make_room_for(const std::string& client) {
  if (!client.empty()) {
    const auto of_client = std::ranges::count_if(
        guests_, [&](const auto& guest) { return guest.second.connection->client() == client; });
    if (static_cast<std::size_t>(of_client) >= limits_.most_of_one) close_longest(&client);
  }
  if (guests_.size() >= limits_.most) close_longest(nullptr);
}

/// Of this client's, or of all; false where there is none.
bool Reception::close_longest(const std::string* client) {
  auto longest = guests_.end();
  for (auto guest = guests_.begin(); guest != guests_.end(); ++guest) {
    if (client != nullptr && guest->second.connection->client() != *client) continue;
    if (longest == guests_.end() || guest->second.since < longest->second.since) longest = guest;
  }
  if (longest == guests_.end()) return false;
  guests_.erase(longest);
  ++counts_.made_room;
  return true;
}

void Reception::close_overdue() {
  const auto now = Connection::Clock::now();
  std::erase_if(guests_, [&](const auto& entry) {
    const Guest& guest = entry.second;
    if (now < guest.until) return false;
    const bool slow = !guest.leaving && guest.connection->arrival() == Connection::Arrival::part;
    if (slow) ++counts_.too_slow;
    return true;
  });
}

}  // namespace kamerzoek::web
