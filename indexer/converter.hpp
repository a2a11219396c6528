#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/sniff.hpp"
#include "corpus/model/result.hpp"
#include "indexer/tool_confinement.hpp"

/// Formats for which there is no reader here are turned into one for which there is by programs of
/// Debian, where those are installed: RTF into HTML by pandoc, which alone keeps headings, tables
/// and notes, and what Word wrote up to 2003 into text by antiword.
namespace kamerzoek {

struct ConverterLimits {
  ToolLimits tool;
  std::chrono::seconds time{120};                      ///< by the clock
  std::size_t largest_output = std::size_t{64} << 20;  ///< bytes
};

bool needs_conversion(Format format);

/// What the program makes of the file, confined (tool_confinement.hpp); hostile as the file is, to
/// be read with Input::made_of. Fails (unreadable) where the program is not installed, with a hint
/// that names its package, and where it fails, takes too long or says nothing. Any thread.
Result<std::string> convert(Format format, std::string_view bytes,
                            const ConverterLimits& limits = {});

/// The programs that are installed, by their names, sorted: what could be read depends on them.
std::vector<std::string> installed_converters();

}  // namespace kamerzoek
