#pragma once

#include <string>

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// Reads a file that is in memory as what its content says it is (sniff.hpp). A pure function:
/// what it finds goes to the sink, it writes nothing, and of files and network it knows only
/// `input`. Fails when the file as a whole cannot be read.
Result<void> read_bytes(const Input& input, const Sink& sink);

/// What reads, with the versions of the libraries that matter: "1, poppler 22.12.0, libzip 1.7.3".
/// What one version could not read another may.
std::string reader_version();

/// Has the libraries open what they open on first use, for a process that soon can open nothing.
void prepare_to_read();

}  // namespace kamerzoek
