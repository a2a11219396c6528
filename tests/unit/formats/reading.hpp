#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/reader.hpp"

/// What the tests of the readers share: a reader's result as a value, and the real data that lie
/// outside the project.
namespace kamerzoek::test {

struct Read {
  Result<void> result;
  std::vector<Piece> pieces;

  const Fields& fields() const { return pieces.at(0).fields; }
  std::string message() const { return result ? std::string() : result.error().message; }
};

using Reader = Result<void> (*)(const Input&, const Sink&);

inline Read read(Reader reader, std::string_view bytes, std::string origin = "file:///proef") {
  Read read;
  Sink sink;
  sink.piece = [&](Piece piece) { read.pieces.push_back(std::move(piece)); };
  sink.problem = [](std::string, Error) {};
  read.result = reader({bytes, std::move(origin)}, sink);
  return read;
}

/// A file below $KAMERZOEK_SHARED/data; nothing where it is not there.
inline std::optional<std::string> shared_file(const std::string& name) {
  const char* shared = std::getenv("KAMERZOEK_SHARED");
  if (shared == nullptr) return std::nullopt;
  std::ifstream file(std::filesystem::path(shared) / "data" / name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The text a mark covers.
inline std::string marked(const Fields& fields, const Mark& mark) {
  return fields.tekst.substr(mark.begin, mark.end - mark.begin);
}

inline std::vector<std::string> headings(const Fields& fields) {
  std::vector<std::string> found;
  for (const Mark& mark : fields.marks) {
    if (mark.kind == Mark::Kind::kop) found.push_back(marked(fields, mark));
  }
  return found;
}

}  // namespace kamerzoek::test

/// Skips the test where a file of the shared data is absent.
#define REQUIRE_SHARED(variable, name)                                    \
  const auto variable = kamerzoek::test::shared_file(name);               \
  if (!variable) {                                                        \
    GTEST_SKIP() << "$KAMERZOEK_SHARED/data/" << (name) << " is er niet"; \
  }
