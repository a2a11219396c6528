#pragma once

#include <string>

#include <gtest/gtest.h>

#include "web/http.hpp"

namespace kamerzoek::test {

/// The body, however it is made.
inline std::string whole(const web::Response& response) {
  if (!response.parts) return response.body;
  std::string body;
  for (;;) {
    const auto part = response.parts();
    EXPECT_TRUE(part);
    if (!part || part->empty()) return body;
    body += *part;
  }
}

}  // namespace kamerzoek::test
