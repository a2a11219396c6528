#pragma once

#include <string>
#include <vector>

namespace kamerzoek::lexicon {

/// What is left of a word without its ending `en`, `e` or `er`, as it is written when nothing
/// follows: one consonant for two, two vowels for one, f for v, s for z (`maak` of `mak`, `bak` of
/// `bakk`, `leef` of `lev`). All spellings that are possible, the likeliest first. Lower-case
/// ASCII; other letters are left alone.
std::vector<std::string> closed_spellings(const std::string& root);

}  // namespace kamerzoek::lexicon
