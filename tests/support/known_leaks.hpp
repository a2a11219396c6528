#pragma once

// Poppler asks fontconfig for a font that is not in the file, and fontconfig keeps what it has
// allocated. To be included by one source of a program; without LeakSanitizer nobody calls it.
extern "C" [[gnu::used]] inline const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";
}
