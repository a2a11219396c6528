#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// What a text looks like to the readers that go by lines: white space (no-break and thin spaces
/// too) collapsed to one space, none at the ends, empty lines and a byte order mark left out. LF
/// and CRLF both end a line. Fails for bytes that are no UTF-8, for a zero byte and for no lines
/// at all.
Result<std::vector<std::string>> lines_of(std::string_view bytes);

/// One piece of text with its white space collapsed, as a line of `lines_of`.
std::string collapsed(std::string_view text);

/// How many bytes of white space stand at the front of `text`; 0 where it begins with a character.
std::size_t white_space_at(std::string_view text);

/// The first `most` bytes of UTF-8 text, or a few less: no character is cut.
std::string_view shortened(std::string_view text, std::size_t most);

/// Where the first byte stands that is no UTF-8; `npos` where all is well.
std::size_t first_invalid_utf8(std::string_view bytes);

/// With A to Z as small letters; all other bytes as they are.
std::string ascii_lower(std::string_view text);

}  // namespace kamerzoek
