#include "corpus/letters/fold.hpp"
#include "corpus/text/normal_form.hpp"
#include "corpus/text/tokenizer.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

namespace {

void check(const NormalForm& form) {
  fuzz::require_utf8(form.exact, "a normal form is UTF-8");
  require(fold(form.exact) == form.exact, "folding a normal form changes nothing");
  require(normal_form(form.exact).exact == form.exact, "a normal form is its own");
  require(form.words.size() != 1, "a word without hyphens has no words within");
  for (const std::string& word : form.words) {
    require(!word.empty(), "no word between hyphens is empty");
    fuzz::require_utf8(word, "a word between hyphens is UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Tokenizer tokenizer;
  const std::string_view text = fuzz::as_text(data, size);
  fuzz::require_utf8(normal_form(text).exact, "the form of anything is UTF-8");

  std::size_t last = 0;
  tokenizer.each_word(text, [&](std::size_t begin, std::size_t end) {
    require(begin >= last && begin < end && end <= text.size(),
            "words come in order and lie in the text");
    const std::string_view word = text.substr(begin, end - begin);
    fuzz::require_utf8(word, "a word begins and ends between characters");
    check(normal_form(word));
    last = end;
  });
  return 0;
}
