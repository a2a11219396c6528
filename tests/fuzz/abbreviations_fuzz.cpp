#include <algorithm>

#include "corpus/text/abbreviations.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  for (const Abbreviation& pair : abbreviations_in(text)) {
    fuzz::require_utf8(pair.long_form, "a long form is UTF-8");
    require(pair.short_form.size() >= 2 && pair.short_form.size() <= 12,
            "a short form has 2 to 12 letters");
    require(std::ranges::all_of(pair.short_form, [](char c) { return c > ' ' && c <= '~'; }),
            "a short form is ASCII");
    require(text.find(pair.short_form) != text.npos, "a short form stands in the text");
    require(pair.long_form.size() > pair.short_form.size(), "a long form is longer");
    require(pair.long_form.size() <= 240, "a long form is bounded");

    const Abbreviation bare = folded(pair);
    fuzz::require_utf8(bare.long_form, "a folded long form is UTF-8");
    // The index separates the two with a control character.
    require(std::ranges::none_of(bare.long_form, [](char c) { return c >= 0 && c < ' '; }),
            "no control character is in a form");
    require(bare.long_form.find("  ") == bare.long_form.npos && bare.long_form.front() != ' ',
            "white space is one space");
    require(folded(bare) == bare, "folding a form changes nothing");
  }
  return 0;
}
