#pragma once

#include <string>

struct sockaddr;

namespace kamerzoek::web {

/// Whom a request is counted for, by an address as text: "203.0.113.5", or the /64 of an IPv6 one
/// ("2001:db8:1:2::/64"), since each customer of a provider has that many addresses. Empty for text
/// that is no address.
std::string client_of(const std::string& address);

/// Whom a connection is counted for; empty where it comes from this machine: that is its owner, or
/// a reverse proxy that tells in a header for whom it asks.
std::string client_of(const sockaddr& peer);

/// The client a reverse proxy asks for, by X-Forwarded-For: its last entry, which the proxy itself
/// wrote; those before it are whatever the client sent. Empty for an empty header, which makes it
/// the owner of the machine; "?" for one that cannot be read.
std::string forwarded_client(const std::string& x_forwarded_for);

}  // namespace kamerzoek::web
