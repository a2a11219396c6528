#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

namespace kamerzoek::web {

/// A file that a document was read from, on this machine.
struct Original {
  std::string name;       ///< what the file is called, in UTF-8 as far as it is
  std::string path;       ///< where it lies; nobody's business
  std::string digest;     ///< of the file when it was read
  std::string_view type;  ///< its media type
};

/// The files of a record, each once, in the order of its pieces. Of an entry of an archive it is
/// the archive. Whether a file is still there, and is what was read, is not looked at.
std::vector<Original> originals_of(const Record& record);

/// Where a file of the record with this id is given out.
std::string original_address(Kind kind, const std::string& id, const Original& file);

}  // namespace kamerzoek::web
