#include "corpus/formats/package.hpp"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/docx.hpp"
#include "corpus/formats/odt.hpp"
#include "corpus/formats/read_bytes.hpp"
#include "corpus/formats/sniff.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/zip_archive.hpp"
#include "corpus/model/file_uri.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view beside_files = "__MACOSX/";

// A document in an archive may itself be a package; an archive in one is how bombs are nested.
Result<void> read_entry(const Input& input, const Sink& sink) {
  const auto format = sniff(input.bytes.substr(0, sniffed_bytes));
  if (!format || *format != Format::package) return read_bytes(input, sink);
  auto archive = ZipArchive::open(input.bytes);
  if (!archive) return tl::unexpected(std::move(archive.error()));
  if (is_office_document(*archive)) return read_docx(*archive, input, sink);
  if (is_open_document(*archive)) return read_odt(*archive, input, sink);
  return failure(ErrorCode::unreadable, "een zip-bestand in een zip-bestand wordt niet gelezen",
                 "pak het uit en indexeer de map");
}

// A name that is shown, and stands in the name of a problem.
std::string shown(const std::string& name) {
  return is_safe_entry_name(name) && first_invalid_utf8(name) == std::string_view::npos
             ? name
             : "bestand met een onbruikbare naam";
}

void read_archive(ZipArchive& archive, const Input& input, const Sink& sink) {
  for (std::size_t i = 0; i < archive.names().size(); ++i) {
    const std::string& name = archive.names()[i];
    if (name.ends_with('/') || name.starts_with(beside_files)) continue;
    const std::string where = shown(name);
    const auto bytes = archive.read(i);
    if (!bytes) {
      sink.problem(where, bytes.error());
      continue;
    }
    const Sink entry_sink{sink.piece, [&](const std::string& inside, Error error) {
                            sink.problem(fmt::format("{}, {}", where, inside), std::move(error));
                          }};
    const Input entry{*bytes, entry_uri(input.origin, name)};
    if (auto read = read_entry(entry, entry_sink); !read) {
      sink.problem(where, std::move(read.error()));
    }
  }
}

}  // namespace

Result<void> read_package(const Input& input, const Sink& sink) {
  auto archive = ZipArchive::open(input.bytes);
  if (!archive) return tl::unexpected(std::move(archive.error()));
  if (is_office_document(*archive)) return read_docx(*archive, input, sink);
  if (is_open_document(*archive)) return read_odt(*archive, input, sink);
  if (archive->names().empty()) {
    return failure(ErrorCode::unreadable, "het zip-bestand bevat geen bestanden");
  }
  read_archive(*archive, input, sink);
  return {};
}

}  // namespace kamerzoek
