#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/model/result.hpp"

namespace kamerzoek {

enum class Format {
  official_xml,
  vlos_xml,
  odata,
  json_lines,
  opentk_text,
  opentk_html,
  html,
  package,  ///< a ZIP: a Word or OpenDocument text, or an archive
  pdf,
  word_97,  ///< what Word wrote up to 2003, but Excel and PowerPoint too
  rtf,
  plain_text
};

/// How much of a file `sniff` needs.
inline constexpr std::size_t sniffed_bytes = std::size_t{64} << 10;

/// What the content is, from its first `sniffed_bytes` (`head` may be cut anywhere). The
/// name of a file plays no part. A byte order mark is allowed. Only HTML may be in another set of
/// characters than UTF-8. Fails, with a message that names
/// what was found ("een PNG-afbeelding", "leeg", "binaire gegevens", "geen UTF-8 (byte 17)"), for
/// anything no reader here understands.
Result<Format> sniff(std::string_view head);

/// Whether reading it takes a library that has been brought down by hostile files before, or has to
/// make something of anything, so that it should be read by a process that has nothing to lose.
bool is_hazardous(Format format);

}  // namespace kamerzoek
