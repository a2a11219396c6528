#pragma once

#include <array>
#include <cstdint>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace kamerzoek::test {

/// A connection to a server on this machine, for bytes as they are; closed at the end.
class HttpClient {
 public:
  /// As one across a network, the client takes small packets and holds little of what it does not
  /// read; on one machine a system holds megabytes for it.
  enum class Place { here, far };

  explicit HttpClient(int port, Place place = Place::here)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (place == Place::far) {
      const int small = 4096;
      const int packet = 536;
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
      ::setsockopt(socket_, IPPROTO_TCP, TCP_MAXSEG, &packet, sizeof packet);
    }
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* generic = &address;
    connected_ = ::connect(socket_, static_cast<sockaddr*>(generic), sizeof address) == 0;
    const timeval patience = {.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient() { ::close(socket_); }

  bool connected() const { return connected_; }

  void send(const std::string& text) const {
    for (std::size_t sent = 0; sent < text.size();) {
      const auto taken = ::send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (taken <= 0) return;
      sent += static_cast<std::size_t>(taken);
    }
  }

  /// All there is until the server closes the connection.
  std::string rest() const {
    std::string out;
    std::array<char, 4096> buffer;
    for (;;) {
      const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (got <= 0) return out;
      out.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int socket_;
  bool connected_ = false;
};

/// A GET that closes the connection; `headers` are whole lines.
inline std::string get_request(const std::string& target, const std::string& headers = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n";
}

}  // namespace kamerzoek::test
