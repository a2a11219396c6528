#include "web/answer.hpp"

#include <functional>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "web/gzip.hpp"

namespace kamerzoek::web {
namespace {

// Less than this fits in the packet that is sent anyway.
constexpr std::size_t shortest_compressed = 1024;

bool is_page(const Response& response) {
  return response.type.starts_with("text/html");
}

/// Word files are archives, and a PDF packs its pages itself.
bool is_packed(const Response& response) {
  return response.type == "application/pdf" || response.type == "application/zip" ||
         response.type.starts_with("application/vnd.");
}

/// If-None-Match is a list of tags between quotes, weak ones or not, or a star for any answer.
bool holds(const std::string& if_none_match, const std::string& tag) {
  const std::string_view opaque = std::string_view(tag).substr(tag.find('"'));
  return if_none_match == "*" || if_none_match.find(opaque) != std::string::npos;
}

void add_usual_headers(Response& response) {
  auto& headers = response.headers;
  headers.emplace_back("Cache-Control", response.cache);
  headers.emplace_back("Vary", "Accept-Encoding");
  if (!response.location.empty()) headers.emplace_back("Location", response.location);
  if (response.retry_after > 0) {
    headers.emplace_back("Retry-After", std::to_string(response.retry_after));
  }
  if (response.status == 405) headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  if (is_page(response)) return;
  headers.emplace_back("Access-Control-Allow-Origin", "*");
  headers.emplace_back("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After");
}

/// The parts as a gzip file, which keeps what it gets to itself until there is enough of it.
Parts compressed(Parts parts) {
  return [parts = std::move(parts), gzip = std::make_shared<Gzip>(),
          ended = false]() mutable -> Result<std::string> {
    while (!ended) {
      auto part = parts();
      if (!part) return part;
      ended = part->empty();
      std::string out = ended ? gzip->finish() : gzip->add(*part);
      if (!out.empty()) return out;
    }
    return std::string();
  };
}

}  // namespace

std::string entity_tag(std::string_view body) {
  return fmt::format("W/\"{:x}-{:016x}\"", body.size(), std::hash<std::string_view>{}(body));
}

Response finished(const Request& request, Response response) {
  add_usual_headers(response);
  if (response.parts) {
    if (!accepts_gzip(request.accept_encoding)) return response;
    response.parts = compressed(std::move(response.parts));
    response.headers.emplace_back("Content-Encoding", "gzip");
    return response;
  }
  if (response.status == 200 && response.cache != "no-store") {
    const std::string tag = entity_tag(response.body);
    response.headers.emplace_back("ETag", tag);
    if (holds(request.if_none_match, tag)) {
      response.status = 304;
      response.body.clear();
      return response;
    }
  }
  if (response.body.size() >= shortest_compressed && !is_packed(response) &&
      accepts_gzip(request.accept_encoding)) {
    Gzip compressed;
    std::string body = compressed.add(response.body);
    response.body = body.append(compressed.finish());
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  return response;
}

}  // namespace kamerzoek::web
