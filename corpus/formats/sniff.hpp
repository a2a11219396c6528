#pragma once

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
  plain_text
};

/// What the content is, from its first bytes (64 KiB are enough; `head` may be cut anywhere). The
/// name of a file plays no part. A byte order mark is allowed. Fails, with a message that names
/// what was found ("een PDF-bestand", "leeg", "binaire gegevens", "geen UTF-8 (byte 17)"), for
/// anything no reader here understands.
Result<Format> sniff(std::string_view head);

}  // namespace kamerzoek
