#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// A file of which something could not be read: the whole, or documents in an archive. The index
/// remembers it, so that somebody can see what is missing, and the file is tried again only when it
/// or the reader has changed. What is known of the document from elsewhere is not touched.
struct SetAside {
  struct Part {
    std::string deel;   ///< an entry of an archive; empty for the file as a whole
    std::string reden;  ///< why, as an Error's message
    std::string raad;   ///< what to do about it; may be empty

    bool operator==(const Part&) const = default;
  };

  std::string bestand;  ///< a file URI, as Piece::origin
  std::vector<Part> delen;
  /// How the file was when it was tried: its size and last change. Empty where another try may help
  /// though the file stays as it is: a disk that fails, rights that are missing.
  std::string staat;
  std::string lezer;     ///< the version of the readers, `reader_version`
  std::string tijd;      ///< when it was tried, ISO 8601 in UTC
  bool gelezen = false;  ///< it is a record all the same, one without text

  bool operator==(const SetAside&) const = default;
};

/// One line of JSON, as the index keeps it.
std::string dump(const SetAside& file);

/// Reads what `dump` writes; nothing for anything else.
std::optional<SetAside> set_aside_from(std::string_view json);

}  // namespace kamerzoek
