#include "web/client.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace kamerzoek::web {
namespace {

template <class Address>
std::string text_of(int family, const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text = {};
  ::inet_ntop(family, &address, text.data(), text.size());
  return text.data();
}

in_addr mapped_v4(const in6_addr& address) {
  in_addr v4 = {};
  std::memcpy(&v4, address.s6_addr + 12, sizeof v4);
  return v4;
}

std::string network_of(in6_addr address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) return text_of(AF_INET, mapped_v4(address));
  std::fill(address.s6_addr + 8, address.s6_addr + 16, 0);
  return text_of(AF_INET6, address) + "/64";
}

bool is_loopback(const in_addr& address) {
  return ntohl(address.s_addr) >> 24U == IN_LOOPBACKNET;
}

bool is_loopback(const in6_addr& address) {
  return IN6_IS_ADDR_LOOPBACK(&address) ||
         (IN6_IS_ADDR_V4MAPPED(&address) && is_loopback(mapped_v4(address)));
}

/// The address within the kernel's, which may have any alignment.
template <class Family>
Family as(const sockaddr& peer) {
  Family out = {};
  std::memcpy(&out, &peer, sizeof out);
  return out;
}

}  // namespace

std::string client_of(const std::string& address) {
  in_addr v4 = {};
  if (::inet_pton(AF_INET, address.c_str(), &v4) == 1) return text_of(AF_INET, v4);
  in6_addr v6 = {};
  if (::inet_pton(AF_INET6, address.c_str(), &v6) == 1) return network_of(v6);
  return {};
}

std::string client_of(const sockaddr& peer) {
  if (peer.sa_family == AF_INET) {
    const in_addr address = as<sockaddr_in>(peer).sin_addr;
    return is_loopback(address) ? std::string() : text_of(AF_INET, address);
  }
  const in6_addr address = as<sockaddr_in6>(peer).sin6_addr;
  return is_loopback(address) ? std::string() : network_of(address);
}

std::string forwarded_client(const std::string& x_forwarded_for) {
  if (x_forwarded_for.empty()) return {};
  std::string last = x_forwarded_for.substr(x_forwarded_for.rfind(',') + 1);
  std::erase_if(last, [](char c) { return c == ' ' || c == '\t'; });
  const std::string client = client_of(last);
  return client.empty() ? "?" : client;
}

}  // namespace kamerzoek::web
