#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// A file that is a ZIP inside: a Word or OpenDocument text, or an archive with documents. Of an
/// archive every entry is read as `read_bytes` (read_bytes.hpp) would, under the address of the
/// archive with
/// "!/" and its name; an entry that cannot be read goes to `sink.problem` under its name and costs
/// only itself. Folders, and what macOS puts beside its files, are passed over; an archive in an
/// archive is not opened.
Result<void> read_package(const Input& input, const Sink& sink);

}  // namespace kamerzoek
