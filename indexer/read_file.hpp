#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "corpus/formats/reader.hpp"
#include "corpus/formats/sniff.hpp"
#include "indexer/extractor.hpp"

namespace kamerzoek {

/// The largest file that is read whole. JSON Lines are read a line at a time and have no limit.
inline constexpr std::size_t largest_file = std::size_t{64} << 20;

/// A file as it is at this moment.
struct FileIdentity {
  std::string origin;  ///< its file URI
  std::string state;   ///< as SetAside has it; empty where nothing can be known of it
};

FileIdentity identify(const std::filesystem::path& path);

/// Reads a file as what its content says it is, hazardous ones by the extractor, and returns what
/// that was. Pieces that are the whole of it, or of an entry in it, have the digest of the file.
/// Fails when the file as a whole cannot be read, with `unreachable` when that is for no fault in
/// it; parts that are skipped go to `sink.problem`. The file may change or vanish meanwhile.
Result<Format> read_file(const std::filesystem::path& path, Extractor& extractor, const Sink& sink);

/// Reads bytes as what they are known to be, by whoever does that for the format.
Result<void> read_as(Format format, const Input& input, Extractor& extractor, const Sink& sink);

}  // namespace kamerzoek
