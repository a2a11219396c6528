#pragma once

#include <functional>

#include "corpus/formats/reader.hpp"
#include "indexer/confinement.hpp"

namespace kamerzoek {

/// A reader of whole files (read_bytes.hpp).
using ReadBytes = std::function<Result<void>(const Input&, const Sink&)>;

/// The other end of an Extractor: confines this process, then reads the files that come by the
/// socket until it closes. Returns the exit status. To be called before any thread is started.
int serve_extraction(int socket, const ReadBytes& read, const Confinement& confinement = {});

/// The same with the readers of this program.
int serve_extraction(int socket);

}  // namespace kamerzoek
