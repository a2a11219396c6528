#pragma once

#include <string>
#include <string_view>

#include <zlib.h>

namespace kamerzoek::web {

/// Whether an Accept-Encoding header takes gzip: by name, or by a star, with a weight above 0.
bool accepts_gzip(std::string_view accept_encoding);

/// Makes a gzip file of text that comes in pieces.
class Gzip {
 public:
  Gzip();
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip();

  /// What there is to send so far; often nothing.
  std::string add(std::string_view text);
  /// The rest of the file; nothing can be added to it.
  std::string finish();

 private:
  std::string deflate(std::string_view text, int flush);

  z_stream stream_ = {};
};

}  // namespace kamerzoek::web
