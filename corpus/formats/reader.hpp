#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/sniff.hpp"
#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

/// What all readers share. A reader turns bytes into pieces of records; it knows no index and no
/// file system. All bytes are hostile: a reader throws nothing, opens nothing (no entities, no
/// network), and its time and memory are bounded by the length of its input.
namespace kamerzoek {

/// Receives what a reader finds, in the order of the input.
struct Sink {
  std::function<void(Piece)> piece;
  /// A part that was skipped ("regel 12", "value[3]") and why; the rest goes on.
  std::function<void(std::string where, Error)> problem;
};

/// Of one file: its bytes, and the file: URI that pieces name as their origin where a piece is the
/// whole file.
struct Input {
  std::string_view bytes;
  std::string origin;
  /// Where the bytes are not the file's own but what a program made of it: what the file is.
  std::optional<Format> made_of = {};
};

}  // namespace kamerzoek
