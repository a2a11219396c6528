#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Documents and requests are data from elsewhere, and so is every character in them. UTF-8.
namespace kamerzoek::web {

/// The length in bytes of the character at the start of `text`, which is not empty, where it has no
/// place in what people read; 0 where it has. None have control characters, but for tabs and the
/// ends of lines, and the code points U+FFFE and U+FFFF, which may stand in no XML. Nor have those
/// that turn the direction of what is behind them: in Dutch they are never meant, and "fdp.exe"
/// would be read as "exe.pdf". The direction that letters have by themselves stays.
std::size_t unprintable_at(std::string_view text);

/// The text with U+FFFD for all that is unprintable, and for bytes that are no UTF-8.
std::string printable(std::string_view text);

}  // namespace kamerzoek::web
