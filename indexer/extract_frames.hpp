#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/sniff.hpp"

/// What passes between the indexer and the process that reads files for it (extractor.hpp): frames
/// on a socket, each a kind, a length of four bytes, lowest first, and that many bytes.
///
///     to the reader      'o' the origin, then 'b' the bytes of a file, or what was made of one:
///                        'r' of RTF, 'w' of an old Word file
///     from the reader    any number of pieces, each 't' its text and 'p' all else as JSON, and of
///                        'x', a part that was skipped, JSON;
///                        then 'd' when it is done or 'e' what is wrong with the whole, JSON
///
/// The text goes by itself since a long one would take longer to be JSON, twice, than a Word file
/// takes to be read.
namespace kamerzoek {

struct Frame {
  char kind = 0;
  std::string bytes;
};

/// The kind of the frame with the bytes of an Input, by its `made_of`, and back.
char kind_of_bytes(std::optional<Format> made_of);
std::optional<Format> made_of(char kind);

using Moment = std::chrono::steady_clock::time_point;

/// Both wait until all of it has passed or `until` has come; they fail then, at the end of what the
/// other side sends, and for an error. A frame longer than `longest` is not read.
bool send_frame(int socket, char kind, std::string_view bytes, Moment until = Moment::max());
std::optional<Frame> receive_frame(int socket, std::size_t longest, Moment until = Moment::max());

}  // namespace kamerzoek
