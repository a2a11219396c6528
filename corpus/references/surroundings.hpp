#pragma once

#include <string_view>

#include "corpus/references/token_window.hpp"

/// What the tokens before a number say of it: much that is no kamerstuk is five digits, a dash and
/// some more.
namespace kamerzoek::spelling {

enum class Before {
  nothing,  ///< nothing that tells
  code,     ///< `34682-228` would be part of a code: NEN 12464-1, kenmerk 12345-67, 1 234 567-89
  number    ///< the digits are part of an amount, a decimal number, a word: € 34 682, A34682
};

/// Of the number where the window stands, which reads `text`.
Before what_stands_before(const TokenWindow& window, std::string_view text);

/// `206` in "206 (28 844)" may be the number of a paper: no year, and not of an article.
bool may_be_number_of_paper(const TokenWindow& window);

}  // namespace kamerzoek::spelling
