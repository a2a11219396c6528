#include "indexer/extract_frames.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <limits>

#include <poll.h>
#include <sys/socket.h>

namespace kamerzoek {
namespace {

constexpr std::size_t header_size = 5;
constexpr std::size_t small_frame = 4096;

bool wait_for(int socket, short what, Moment until) {
  pollfd waiting = {.fd = socket, .events = what, .revents = 0};
  for (;;) {
    int time = -1;
    if (until != Moment::max()) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (left.count() <= 0) return false;
      time =
          static_cast<int>(std::min<std::int64_t>(left.count(), std::numeric_limits<int>::max()));
    }
    const int ready = ::poll(&waiting, 1, time);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

bool again(std::ptrdiff_t passed) {
  return passed < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

bool send_all(int socket, std::string_view bytes, Moment until) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (again(sent)) {
      if (!wait_for(socket, POLLOUT, until)) return false;
    } else if (sent <= 0) {
      return false;
    } else {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  return true;
}

bool receive_all(int socket, char* into, std::size_t size, Moment until) {
  for (std::size_t got = 0; got < size;) {
    const auto some = ::recv(socket, into + got, size - got, MSG_DONTWAIT);
    if (again(some)) {
      if (!wait_for(socket, POLLIN, until)) return false;
    } else if (some <= 0) {
      return false;
    } else {
      got += static_cast<std::size_t>(some);
    }
  }
  return true;
}

}  // namespace

char kind_of_bytes(std::optional<Format> made_of) {
  if (made_of == Format::rtf) return 'r';
  return made_of == Format::word_97 ? 'w' : 'b';
}

std::optional<Format> made_of(char kind) {
  if (kind == 'r') return Format::rtf;
  return kind == 'w' ? std::optional(Format::word_97) : std::nullopt;
}

bool send_frame(int socket, char kind, std::string_view bytes, Moment until) {
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) return false;
  std::string begin(1, kind);
  for (unsigned shift = 0; shift < 32; shift += 8) {
    begin += static_cast<char>(bytes.size() >> shift & 0xFFU);
  }
  // Of a small frame all in one, so that who waits for it wakes up once.
  begin += bytes.substr(0, small_frame);
  bytes.remove_prefix(std::min(bytes.size(), small_frame));
  return send_all(socket, begin, until) && send_all(socket, bytes, until);
}

std::optional<Frame> receive_frame(int socket, std::size_t longest, Moment until) {
  std::array<char, header_size> header = {};
  if (!receive_all(socket, header.data(), header.size(), until)) return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = header_size - 1; i > 0; --i) {
    size = size << 8U | static_cast<unsigned char>(header[i]);
  }
  if (size > longest) return std::nullopt;
  Frame frame{header[0], std::string(size, '\0')};
  if (!receive_all(socket, frame.bytes.data(), size, until)) return std::nullopt;
  return frame;
}

}  // namespace kamerzoek
