#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

/// What is to outlast a loss of power. Any thread.
namespace kamerzoek::schema {

/// Waits until the disk holds the names in the folder: what was made, renamed or removed there is
/// sure only then, though the files themselves were synced. (Xapian syncs files and no folder.)
std::error_code sync_folder(const std::filesystem::path& folder);

/// The same, and the files in it too.
std::error_code sync_files(const std::filesystem::path& folder);

/// Makes the folder and those above it that are not there, for good.
std::error_code make_folder(const std::filesystem::path& folder);

/// Writes the file anew, by way of `FILE.nieuw`: a reader, and whoever looks after a crash, finds
/// the old content whole or the new.
std::error_code replace_file(const std::filesystem::path& file, std::string_view content);

/// The same for a file that a loss of power may take, and which does not wait for the disk.
std::error_code replace_passing_file(const std::filesystem::path& file, std::string_view content);

}  // namespace kamerzoek::schema
