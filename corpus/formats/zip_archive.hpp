#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

struct zip;

/// A ZIP file as hostile bytes in memory: nothing is unpacked but into strings, and no entry
/// becomes larger than it may.
namespace kamerzoek {

/// What may come out of one archive. The real docx of 300 pages unpacks to some 10 MB, at a ratio
/// of 10 to 40; DEFLATE makes at most 1,032 bytes of one, and only of what says nothing.
struct ZipLimits {
  std::size_t entries = 20'000;
  std::size_t ratio = 200;
  /// Below this size no ratio is looked at: a page of spaces is no attack.
  std::size_t ratio_from = std::size_t{1} << 20;
  std::size_t entry_bytes = std::size_t{64} << 20;
  std::size_t total_bytes = std::size_t{256} << 20;
};

class ZipArchive {
 public:
  /// Reads the directory of entries. `bytes` must outlive the archive. An error says what is wrong
  /// with the file as a whole.
  static Result<ZipArchive> open(std::string_view bytes, const ZipLimits& limits = {});

  /// The names of the entries in the order of the directory, as they stand; folders end in '/'.
  /// What is no UTF-8 is read as CP437, as ZIP has it.
  const std::vector<std::string>& names() const { return names_; }

  /// Unpacks the first entry of that name, or one by its place in `names`. An error says by name
  /// why not: it is not there, encrypted, no ordinary file (a link, a device), of a name that leads
  /// out of its folder, packed by another method than DEFLATE, damaged, or larger than the limits
  /// allow. All that was unpacked before counts for the total.
  Result<std::string> read(std::string_view name);
  Result<std::string> read(std::size_t entry);

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  ZipArchive(zip* archive, const ZipLimits& limits);

  std::optional<Error> why_refused(std::size_t entry) const;
  /// How many bytes an entry may become, by its packed size and what is left of the total.
  std::size_t most_of(std::size_t packed) const;

  std::unique_ptr<zip, Discard> archive_;
  ZipLimits limits_;
  std::vector<std::string> names_;
  std::size_t unpacked_ = 0;
};

/// The library and its version.
std::string zip_library();

/// Whether a name stays in its folder: relative, without "..", drive, backslash or control
/// characters.
bool is_safe_entry_name(std::string_view name);

}  // namespace kamerzoek
