#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/formats/reader.hpp"
#include "corpus/model/record.hpp"

/// What holds of every answer, whatever the input was. A violation ends the program with a
/// sentence, so that libFuzzer keeps the input and a replayed corpus fails its test.
namespace kamerzoek::fuzz {

void require(bool holds, std::string_view what);

/// Valid UTF-8: the index, JSON and the pages rely on it.
void require_utf8(std::string_view text, std::string_view what);

/// `offset` lies in `text` (its end included) and in no character's middle.
void require_boundary(std::string_view text, std::size_t offset, std::string_view what);

/// The error has a message in UTF-8 without a newline at its end.
void check(const Error& error);

/// The piece keeps the promises of record.hpp, and is the same after a trip through the index.
void check(const Piece& piece);

/// Checks all it is given.
Sink checking_sink();

/// Gives the input to a reader of a whole file and checks what it yields.
void check_reader(Result<void> (*read)(const Input&, const Sink&), const std::uint8_t* data,
                  std::size_t size);

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace kamerzoek::fuzz
