#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "indexer/bounded_queue.hpp"
#include "indexer/extractor.hpp"
#include "indexer/set_asides.hpp"

namespace kamerzoek {

/// A file or part of one that was not read, and why.
struct Skip {
  std::string where;  ///< in printable UTF-8
  Error why;
};

/// What comes of reading files. Handed over by the dozen: a hand-over costs more than reading a
/// small record.
using Found = std::variant<Piece, Skip, SetAsides::Note>;
using Parcel = std::vector<Found>;

/// The reading side of indexing: files to pieces, into the queue. For one thread.
class FileReader {
 public:
  /// `reader` is the command of the process that reads hazardous files (extractor.hpp).
  FileReader(BoundedQueue<Parcel>& queue, const std::vector<std::string>& reader,
             SetAsides set_aside)
      : queue_(queue), extractor_(reader), set_aside_(std::move(set_aside)) {}

  /// Reads files and folders until all are read or the queue is closed.
  void read(const std::vector<std::filesystem::path>& paths);

 private:
  void file(const std::filesystem::path& path);
  void skip(std::string where, Error why);
  void found(Found one);
  void hand_over();

  BoundedQueue<Parcel>& queue_;
  Extractor extractor_;
  SetAsides set_aside_;
  Parcel parcel_;
  std::size_t text_ = 0;  ///< bytes in the parcel
  bool open_ = true;
};

/// Of the readers here, and of the programs that read for them.
std::string version_of_readers();

}  // namespace kamerzoek
