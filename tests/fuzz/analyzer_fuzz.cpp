#include "corpus/letters/fold.hpp"
#include "corpus/text/analyzer.hpp"
#include "corpus/text/normal_form.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer analyzer;
  const std::string_view text = fuzz::as_text(data, size);
  fuzz::require_utf8(fold(text), "folded text is UTF-8");

  std::size_t last = 0;
  unsigned position = 1;
  analyzer.analyze(text, [&](const Token& token) {
    require(token.begin >= last && token.begin < token.end && token.end <= text.size(),
            "words come in order and lie in the text");
    require(token.text == text.substr(token.begin, token.end - token.begin),
            "a word is where it says it is");
    require(token.position == position, "positions count words, also those between hyphens");
    position += token.words.empty() ? 1 : static_cast<unsigned>(token.words.size());
    require(!token.exact.empty() && token.exact.size() <= 64, "a term has 1 to 64 bytes");
    require(!token.stem.empty() && token.stem.size() <= 200, "a stem has 1 to 200 bytes");
    for (const std::string& part : token.parts) {
      require(!part.empty() && part.size() <= 64, "a part has 1 to 64 bytes");
      fuzz::require_utf8(part, "a part is UTF-8");
    }
    require(token.parts.size() != 1, "a compound has two parts at least");
    require(token.verb_begin <= token.verb_end && token.verb_end <= text.size(),
            "the verb of a particle lies in the text");
    require(token.exact == normal_form(token.text).exact, "a term is the form of the word");
    fuzz::require_utf8(token.exact, "a term is UTF-8");
    fuzz::require_utf8(token.stem, "a stem is UTF-8");
    // A term typed as a query must find the document it stands in.
    require(fold(token.exact) == token.exact, "folding a term changes nothing");
    last = token.end;
  });
  return 0;
}
