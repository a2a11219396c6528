#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// Text as it is compared: Unicode NFKC_Casefold (lower case, compatibility forms such as ĳ and ₂
/// replaced, soft hyphens dropped), diacritics removed, curly apostrophes straight, hyphens and the
/// dashes used for them (U+2010 to U+2013) U+002D. UTF-8 in and out; broken bytes become U+FFFD.
/// Any thread may call it.
std::string fold(std::string_view text);

/// The text with U+FFFD where it is no UTF-8. Any thread may call it.
std::string repaired_utf8(std::string_view text);

}  // namespace kamerzoek
