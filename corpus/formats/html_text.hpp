#pragma once

#include <string>
#include <string_view>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// The text of an HTML page as a reader of it sees it: a line a paragraph, "- " before a list
/// item, " | " between cells; scripts, styles, the page's header, navigation and footer left out.
Result<std::string> html_text(std::string_view bytes);

}  // namespace kamerzoek
