#include "web/connection.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include <poll.h>
#include <sys/socket.h>

namespace kamerzoek::web {
namespace {

using namespace std::chrono_literals;

// An address of 8 KiB and as much again for each of a few headers.
constexpr std::size_t longest_request = 64 << 10;
constexpr std::size_t most_discarded = 4 << 20;
constexpr auto discard_time = 1s;
// Enough to tell what kind of address was asked for.
constexpr std::size_t beginning = 64;

}  // namespace

bool Connection::ready_within(short what, int milliseconds) const {
  pollfd waiting = {.fd = socket_, .events = what, .revents = 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

bool Connection::wait(short what) const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::min<Clock::duration>(deadline_ - Clock::now(), limits_.longest_pause));
  return left.count() > 0 && ready_within(what, static_cast<int>(left.count()));
}

bool Connection::wait_for_request(std::chrono::milliseconds patience,
                                  const std::function<bool()>& give_up) {
  if (begin_ < end_) return true;
  constexpr auto slice = 100ms;
  const auto until = Clock::now() + patience;
  while (Clock::now() < until) {
    if (ready_within(POLLIN, static_cast<int>(slice.count()))) {
      char next = 0;
      return ::recv(socket_, &next, 1, MSG_PEEK) > 0;
    }
    if (give_up()) return false;
  }
  return false;
}

void Connection::begin_request() {
  deadline_ = Clock::now() + limits_.request_time;
  budget_ = longest_request;
  beginning_.clear();
  has_first_line_ = false;
}

std::string Connection::asked_path() const {
  const std::size_t begin = beginning_.find(' ') + 1;
  return beginning_.substr(begin, beginning_.find_first_of(" ?\r\n", begin) - begin);
}

void Connection::begin_answer() {
  deadline_ = Clock::now() + limits_.answer_time;
}

std::ptrdiff_t Connection::read(char* into, std::size_t size) {
  if (budget_ == 0 && !has_first_line_) {
    constexpr std::string_view end_of_header = "\r\n\r\n";
    std::ranges::copy(end_of_header, buffer_.begin());
    begin_ = 0;
    end_ = budget_ = end_of_header.size();
  }
  if (begin_ == end_) {
    if (!wait(POLLIN)) return -1;
    const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return got;
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
  }
  const std::size_t given = std::min({size, end_ - begin_, budget_});
  if (given == 0) return -1;
  std::memcpy(into, buffer_.data() + begin_, given);
  beginning_.append(into, std::min(given, beginning - beginning_.size()));
  has_first_line_ = has_first_line_ || std::memchr(into, '\n', given) != nullptr;
  begin_ += given;
  budget_ -= given;
  return static_cast<std::ptrdiff_t>(given);
}

std::ptrdiff_t Connection::write(const char* from, std::size_t size) {
  if (!wait(POLLOUT)) return -1;
  // What does not fit now is sent by the next call, within the same deadline.
  const auto sent = ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) {
    const std::chrono::duration<double> earned(static_cast<double>(sent) /
                                               static_cast<double>(limits_.slowest_reader));
    deadline_ = std::min(deadline_ + std::chrono::duration_cast<Clock::duration>(earned),
                         Clock::now() + limits_.answer_time);
  }
  return sent;
}

void Connection::discard_rest() {
  ::shutdown(socket_, SHUT_WR);
  deadline_ = Clock::now() + discard_time;
  for (std::size_t discarded = 0; discarded < most_discarded && wait(POLLIN);) {
    const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got <= 0) return;
    discarded += static_cast<std::size_t>(got);
  }
}

}  // namespace kamerzoek::web
