#include <unistd.h>

#include "cli/command.hpp"
#include "indexer/extract_child.hpp"

namespace kamerzoek::cli {

/// Private: `index` starts it, to read files for it in a process that can do nothing else.
Action add_extract(CLI::App& /*command*/) {
  return [] { return static_cast<Exit>(serve_extraction(STDIN_FILENO)); };
}

}  // namespace kamerzoek::cli
