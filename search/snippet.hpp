#pragma once

#include "search/result_page.hpp"
#include "search/to_xapian.hpp"

namespace kamerzoek {

/// The passage of `text` that holds most of what was sought, cut at words and about 240 bytes long,
/// with the matching words apart. Without a match the beginning of the text. An ellipsis stands
/// where text was left out.
Snippet make_snippet(std::string_view text, const SoughtTerms& sought, Analyzer& analyzer);

}  // namespace kamerzoek
