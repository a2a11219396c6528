#pragma once

namespace kamerzoek::cli {

/// Xapian 1.4.22 throws from a destructor where it can write neither what it should nor what would
/// take that back, which ends the program. From here on it says why then, on standard error, and
/// exits as where an index cannot be written: of what was thrown is told by its type, or, where
/// that is lost, by the last error of the system in that thread. Any other fault ends as it did:
/// with a core.
void say_last_words();

}  // namespace kamerzoek::cli
