#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

#include "corpus/model/result.hpp"

/// Where an index lies and how its errors read. Shared by writer and readers, and without Xapian,
/// so that neither needs the other.
namespace kamerzoek::schema {

/// The live database of the index in `dir`: a symbolic link to one generation beside it, so that a
/// rebuilt generation takes over by one rename.
std::filesystem::path current(const std::filesystem::path& dir);

/// The folder name of a generation, "generation-000001".
std::string generation_name(unsigned number);

/// Where the next generation is made.
std::filesystem::path build_folder(const std::filesystem::path& dir);

/// An error of Xapian (its type and message, and `cause`, what the system said, where it did, else
/// null) as a sentence for the user of the index in `dir`. To be called where it was caught: what
/// Xapian does not tell is in errno.
Error index_error(const std::filesystem::path& dir, std::string_view xapian_type,
                  std::string_view message, const char* cause = nullptr);

/// That a file or folder of an index cannot be written, and why, in a sentence.
Error file_error(const std::filesystem::path& path, const std::error_code& why);

/// Checks the versions a database names against those of this program. `found` is the metadata
/// value, empty for a database that Kamerzoek did not make.
Result<void> check_version(const std::filesystem::path& dir, std::string_view what,
                           std::string_view found, int expected);

}  // namespace kamerzoek::schema
