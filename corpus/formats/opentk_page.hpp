#pragma once

#include <string>
#include <vector>

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// Reads an OpenTK page from its lines, as the browser shows them: empty ones left out, white
/// space collapsed, list items beginning with "- ".
Result<void> read_opentk_lines(std::vector<std::string> lines, const Input& input,
                               const Sink& sink);

}  // namespace kamerzoek
