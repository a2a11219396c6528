#pragma once

#include <optional>
#include <string_view>

#include "corpus/model/result.hpp"

/// What can be told of content without knowing any format of ours.
namespace kamerzoek {

/// Why the bytes are no text a reader could take: empty, the signature of a binary format, binary
/// data, no UTF-8. Nothing when they are text. A character cut off at the very end is no fault.
std::optional<Error> why_no_text(std::string_view head);

/// What Word wrote up to 2003, or another program of Office; one with a password is none.
bool is_word_97(std::string_view head);

/// Without the byte order mark and the white space at the begin.
std::string_view without_lead(std::string_view head);

}  // namespace kamerzoek
