#include "web/streaming.hpp"

#include <utility>

namespace kamerzoek::web {

void send_parts(Parts parts, const std::string& type, std::function<bool()> go_on,
                const httplib::Request& request, httplib::Response& to) {
  auto provide = [parts = std::move(parts), go_on = std::move(go_on)](std::size_t /*offset*/,
                                                                      httplib::DataSink& sink) {
    try {
      if (!go_on()) return false;
      const auto part = parts();
      if (!part) return false;
      if (!part->empty()) return sink.write(part->data(), part->size());
      sink.done();
      return true;
    } catch (const std::exception&) {
      // The library calls this outside its own handler: nothing may leave.
      return false;
    }
  };
  if (request.version == "HTTP/1.0") {
    to.set_content_provider(type, std::move(provide));
  } else {
    to.set_chunked_content_provider(type, std::move(provide));
  }
}

}  // namespace kamerzoek::web
