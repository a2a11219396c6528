#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Identifiers written as such, alone or within an address; for spelling.cpp.
namespace kamerzoek::spelling {

/// The canonical spellings of an identifier written in upper or lower case with plain dashes:
/// `KST-36600-xxii-26`, `2025d27614`. Letters behind digits may be either case (14H, 145f): the
/// case as written comes first, the other after it. Empty where it is none.
std::vector<std::string> identifier_keys(std::string_view text);

/// The document at a web address, with or without `https://`, of officielebekendmakingen.nl, OpenTK
/// or tweedekamer.nl. Empty where the address is another, or names no document.
std::vector<std::string> address_keys(std::string_view address);

}  // namespace kamerzoek::spelling
