#include "web/client.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace kamerzoek::web {
namespace {

TEST(Client, IsAnAddressOrAnIpv6Network) {
  EXPECT_EQ(client_of("203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(client_of("::ffff:203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(client_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(client_of("2001:db8:1:2::9"), client_of("2001:DB8:1:2:ffff::"));
  EXPECT_NE(client_of("2001:db8:1:3::9"), client_of("2001:db8:1:2::9"));
  for (const char* none : {"", "unknown", "203.0.113", "203.0.113.5:80", "[::1]", "1.2.3.4\n"}) {
    EXPECT_EQ(client_of(none), "") << none;
  }
}

TEST(Client, OfAProxyIsTheLastItNames) {
  EXPECT_EQ(forwarded_client(""), "");
  EXPECT_EQ(forwarded_client("203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(forwarded_client("127.0.0.1, 10.0.0.1 ,203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(forwarded_client("203.0.113.5, nonsense"), "?");
  EXPECT_EQ(forwarded_client("203.0.113.5,"), "?");
  EXPECT_EQ(forwarded_client("127.0.0.1"), "127.0.0.1");
}

std::string client_at(const char* address) {
  sockaddr_in v4 = {};
  sockaddr_in6 v6 = {};
  const void* peer = &v4;
  if (::inet_pton(AF_INET, address, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
  } else {
    EXPECT_EQ(::inet_pton(AF_INET6, address, &v6.sin6_addr), 1) << address;
    v6.sin6_family = AF_INET6;
    peer = &v6;
  }
  return client_of(*static_cast<const sockaddr*>(peer));
}

TEST(Client, OnThisMachineHasNoName) {
  for (const char* loopback : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) {
    EXPECT_EQ(client_at(loopback), "") << loopback;
  }
  EXPECT_EQ(client_at("203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(client_at("::ffff:203.0.113.5"), "203.0.113.5");
  EXPECT_EQ(client_at("2001:db8::1"), "2001:db8::/64");
  EXPECT_EQ(client_at("::"), "::/64");
}

}  // namespace
}  // namespace kamerzoek::web
