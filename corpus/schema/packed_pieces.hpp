#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// The pieces of a record, packed: a zstd frame (RFC 8878) with a checksum. Most records are a few
/// hundred bytes of which the names of fields are half, so that they are packed with a dictionary,
/// which is a part of the program and of the format of an index: `pieces.dictionary`, trained by
/// `zstd --train --maxdict=8192 --dictID=1` on the pieces of the records of corpus/samples, never
/// changes. Another one would be another file, with another number, beside it. Any thread may call
/// these.
namespace kamerzoek::schema {

std::string pack_pieces(std::string_view json);

struct UnpackedPieces {
  std::string json;
  std::size_t end;  ///< how many bytes it took where it is stored
};

/// The pieces at the front of what is stored, in this form or, as before schema 7, as they are, up
/// to a zero byte or the end. None where that is damaged.
std::optional<UnpackedPieces> unpack_pieces(std::string_view stored);

}  // namespace kamerzoek::schema
