#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// The bytes of an HTML page as UTF-8. A byte order mark decides; else what is UTF-8 is that,
/// whatever the page says; else it is what the page says (a windows- or iso-8859-set), and
/// windows-1252 where it says nothing of use, as browsers take it. What is no character in that set
/// becomes U+FFFD. Any bytes; never fails.
std::string html_as_utf8(std::string_view bytes);

}  // namespace kamerzoek
