#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/model/set_aside.hpp"
#include "indexer/read_file.hpp"

namespace kamerzoek {

/// The files that an index has set aside (corpus/model/set_aside.hpp), for who reads files into it.
/// One thread.
class SetAsides {
 public:
  /// What the index is to remember (IndexWriter::remember).
  struct Note {
    std::string key;
    std::string value;
  };

  /// From what the index remembers under `schema::set_aside_prefix`; `reader` is the version of the
  /// readers that will read now.
  SetAsides(const std::map<std::string, std::string>& remembered, std::string reader);

  /// What is known of a file that need not be tried: neither it nor the reader has changed since it
  /// could not be read. Null for any other.
  const SetAside* still(const FileIdentity& file) const;

  /// To be called for every file that was tried, with what of it could not be read; `is_read` when
  /// it gave a record all the same. Nothing where the index knows that.
  std::optional<Note> tried(const FileIdentity& file, std::vector<SetAside::Part> parts,
                            bool is_read);

  /// Notes to forget the files that are no more.
  std::vector<Note> vanished() const;

 private:
  std::map<std::string, SetAside> files_;  ///< by their URI
  std::string reader_;
};

}  // namespace kamerzoek
