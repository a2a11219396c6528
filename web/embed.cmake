# Writes the templates and assets into one C++ source, so that the program is one file:
#   cmake -DOUT=embedded.cpp -DROOT=…/web -DFILES=a.mustache,b.css -P embed.cmake
# A file is named by its path below web/; its hash goes into the address of an asset.

string(REPLACE "," ";" FILES "${FILES}")
set(entries "")
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" text)
  file(SHA256 "${ROOT}/${file}" hash)
  string(SUBSTRING "${hash}" 0 12 hash)
  string(APPEND entries "    {\"${file}\", \"${hash}\", R\"embedded(${text})embedded\"},\n")
endforeach()

file(WRITE "${OUT}" "// Written by web/embed.cmake.
#include \"web/embedded.hpp\"

#include <array>

namespace kamerzoek::web {
namespace {

constexpr auto files = std::to_array<EmbeddedFile>({
${entries}});

}  // namespace

const EmbeddedFile* embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : files) {
    if (file.name == name) return &file;
  }
  return nullptr;
}

}  // namespace kamerzoek::web
")
