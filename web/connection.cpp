#include "web/connection.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

constexpr std::size_t most_discarded = 4 << 20;
// An empty line, whatever ends the line before it: where the library sees the end of a header.
constexpr std::string_view end_of_header = "\n\r\n";

/// What is there now, at most a buffer of it; as recv has it, but 0 for nothing yet and -1 for the
/// end.
std::ptrdiff_t take(int socket, std::array<char, 16384>& buffer) {
  const auto got = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (got > 0) return got;
  const bool later = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  return later ? 0 : -1;
}

}  // namespace

Connection::~Connection() {
  ::close(socket_);
}

Connection::Arrival Connection::receive() {
  std::array<char, 16384> buffer;
  const auto got = take(socket_, buffer);
  if (got < 0) return arrival_ = Arrival::gone;
  const std::size_t seen = received_.size();
  received_.append(buffer.data(), static_cast<std::size_t>(got));
  look_for_end(seen);
  return arrival_;
}

bool Connection::discard() {
  std::array<char, 16384> buffer;
  const auto got = take(socket_, buffer);
  if (got > 0) discarded_ += static_cast<std::size_t>(got);
  return got >= 0 && discarded_ < most_discarded;
}

/// Where the header ends, when nothing before `from` ends it.
void Connection::look_for_end(std::size_t from) {
  // A client may send an empty line before its request (RFC 9112, 2.2).
  const std::size_t blank = std::min(received_.find_first_not_of("\r\n"), received_.size());
  received_.erase(0, blank);
  const std::size_t known = blank + end_of_header.size() - 1;
  const std::size_t end = received_.find(end_of_header, from - std::min(from, known));
  arrival_ = received_.empty() ? Arrival::none : Arrival::part;
  if (end != std::string::npos && end + end_of_header.size() <= limits_.longest_request) {
    end_ = end + end_of_header.size();
  } else if (received_.size() >= limits_.longest_request) {
    received_.resize(limits_.longest_request);
    if (received_.find('\n') == std::string::npos) received_ += "\r\n\r\n";
    end_ = received_.size();
  }
  if (end_ == 0) return;
  arrival_ = Arrival::whole;
  arrived_ = Clock::now();
}

void Connection::begin_answer(Patience patience) {
  deadline_ = Clock::now();
  if (patience == Patience::usual) deadline_ += limits_.answer_time;
  sent_ = 0;
}

bool Connection::end_answer() {
  if (requests_left_ == 0) return false;
  --requests_left_;
  received_.erase(0, end_);
  end_ = read_ = 0;
  look_for_end(0);
  return true;
}

std::ptrdiff_t Connection::read(char* into, std::size_t size) {
  const std::size_t given = std::min(size, end_ - read_);
  if (given == 0) return -1;
  received_.copy(into, given, read_);
  read_ += given;
  return static_cast<std::ptrdiff_t>(given);
}

std::ptrdiff_t Connection::write(const char* from, std::size_t size) {
  for (;;) {
    // What does not fit now is sent by the next call, within the same deadline.
    const auto sent = ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      count(static_cast<std::size_t>(sent));
      return sent;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return -1;
    if (!wait_to_write()) return -1;
  }
}

/// Extends the deadline by what the client has taken.
void Connection::count(std::size_t sent) {
  sent_ += sent;
  const std::chrono::duration<double> earned(static_cast<double>(sent) /
                                             static_cast<double>(limits_.slowest_reader));
  deadline_ = std::min(deadline_ + std::chrono::duration_cast<Clock::duration>(earned),
                       Clock::now() + limits_.answer_time);
}

bool Connection::wait_to_write() const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::min<Clock::duration>(deadline_ - Clock::now(), limits_.longest_pause));
  if (left.count() <= 0) return false;
  pollfd waiting = {.fd = socket_, .events = POLLOUT, .revents = 0};
  return ::poll(&waiting, 1, static_cast<int>(left.count())) > 0;
}

void Connection::shut_down() {
  ::shutdown(socket_, SHUT_WR);
}

std::string Connection::asked_path() const {
  const std::size_t begin = received_.find(' ') + 1;
  return received_.substr(begin, received_.find_first_of(" ?\r\n", begin) - begin);
}

}  // namespace kamerzoek::web
