#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Files by name, as Piece::origin has them (RFC 3986, RFC 8089). Paths are bytes.
namespace kamerzoek {

/// The bytes of a path as they stand in a URI: those that are not plain there as %NN.
std::string uri_path(std::string_view path);

/// The URI of a file by its absolute path.
std::string file_uri(std::string_view path);

/// The URI of a file in an archive, by the name it has there.
std::string entry_uri(std::string_view archive, std::string_view name);

/// A file that a URI names.
struct NamedFile {
  std::string path;
  std::string entry;  ///< of an archive, the name of the document in it; else empty
};

/// Nothing for what `file_uri` and `entry_uri` do not make.
std::optional<NamedFile> file_named(std::string_view uri);

}  // namespace kamerzoek
