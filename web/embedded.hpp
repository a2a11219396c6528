#pragma once

#include <string_view>

namespace kamerzoek::web {

/// A template or asset that is part of the program (web/embed.cmake writes them in).
struct EmbeddedFile {
  std::string_view name;  ///< path below web/: "assets/kamerzoek.css"
  std::string_view hash;  ///< twelve hexadecimal digits that change with the content
  std::string_view text;
};

/// Nothing when there is no such file.
const EmbeddedFile* embedded_file(std::string_view name);

}  // namespace kamerzoek::web
