#include "web/exchange.hpp"

#include "web/client.hpp"

namespace kamerzoek::web {
namespace {

/// The last value of a header that may stand there more than once.
std::string last_value(const httplib::Request& request, const char* name) {
  const std::size_t count = request.get_header_value_count(name);
  return count == 0 ? std::string() : request.get_header_value(name, count - 1);
}

/// The library tells a client that the connection ends when the client has said so.
void announce_end(httplib::Request& request) {
  request.headers.erase("Connection");
  request.headers.emplace("Connection", "close");
}

/// A body is not read, so what follows it on this connection is no request. And to HTTP/1.0 a
/// stream ends with the connection.
bool is_whole(const httplib::Request& request) {
  return request.version != "HTTP/1.0" &&
         (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") &&
         request.get_header_value("Content-Length", 0).empty() &&
         !request.has_header("Transfer-Encoding");
}

}  // namespace

Exchange::Exchange(Connection& from, Workers& by, Room room)
    : connection_(from), workers_(by), room_(room) {
  answered.client = from.client();
}

Exchange::~Exchange() {
  if (begun_) workers_.end(answered.client);
}

void Exchange::take_over(httplib::Request& request) {
  answered.request = {request.method, request.target, request.get_header_value("Host"),
                      request.get_header_value("Accept-Encoding"),
                      request.get_header_value("If-None-Match")};
  answered.version = request.version;
  answered.referer = request.get_header_value("Referer");
  answered.user_agent = request.get_header_value("User-Agent");
  if (answered.client.empty()) {
    answered.client = forwarded_client(last_value(request, "X-Forwarded-For"));
    is_forwarded_ = !answered.client.empty();
  }
  // Compressing is ours (answer.hpp): the library does it for some types, and for "gzip;q=0".
  request.headers.erase("Accept-Encoding");
  // Overlapping ranges of a page would cost more memory than the page.
  request.ranges.clear();
  read_whole_ = is_whole(request);
  if (!read_whole_) announce_end(request);
}

bool Exchange::begin() {
  if (is_forwarded_) begun_ = workers_.begin(answered.client);
  return begun_ || !is_forwarded_;
}

void fill(const Response& from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (!from.body.empty()) to.set_content(from.body, from.type);
}

}  // namespace kamerzoek::web
