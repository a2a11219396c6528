#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/formats/odata.hpp"

/// Pages of OData to write, and what is read of them.
namespace kamerzoek::odata_test {

struct Found {
  std::vector<Piece> pieces;
  std::vector<std::pair<std::string, std::string>> problems;
  Result<void> result;

  const Piece& named(const std::string& name) const {
    static const Piece none;
    for (const Piece& piece : pieces) {
      if (piece.name == name) return piece;
    }
    ADD_FAILURE() << "no piece " << name;
    return none;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Piece& piece : pieces) all.push_back(piece.name);
    return all;
  }
};

inline Found read(const std::string& bytes) {
  Found found;
  const Sink sink{[&](Piece piece) { found.pieces.push_back(std::move(piece)); },
                  [&](std::string where, Error error) {
                    found.problems.emplace_back(std::move(where), error.message);
                  }};
  found.result = read_odata({bytes, "file:///x.json"}, sink);
  return found;
}

inline const std::string base = "https://voorbeeld.nl/OData/v4/2.0/$metadata#";

inline std::string page(const std::string& context, const std::string& records) {
  return R"({"@odata.context":")" + base + context + R"(","value":[)" + records + "]}";
}

/// A GUID that ends in the digit.
inline std::string guid(int digit) {
  return "aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(digit);
}

inline std::string with_id(int digit, const std::string& members) {
  return R"({"Id":")" + guid(digit) + R"(","ApiGewijzigdOp":"2025-01-02T03:04:05.5Z",)" + members +
         "}";
}

inline constexpr const char* stamp = "2025-01-02T03:04:05.5000000Z";

}  // namespace kamerzoek::odata_test
