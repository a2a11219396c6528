#include <algorithm>

#include "corpus/letters/fold.hpp"
#include "search/correction.hpp"
#include "search/edit_cost.hpp"
#include "search/headings.hpp"
#include "search/query_words.hpp"
#include "search/typed_text.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

namespace {

const WordTable& table() {
  static const WordTable words = [] {
    WordTable some;
    for (const char* word : {"beleid", "energie", "op", "opgave", "stikstof", "woning", "zee"}) {
      some.add(word, 20);
    }
    return some;
  }();
  return words;
}

const Headings& headings() {
  static const Headings some = [] {
    HeadingsBuilder builder;
    builder.add("De opgave op zee");
    builder.add("Stikstof");
    return builder.finish({1, 0});
  }();
  return some;
}

void check_typed(std::string_view text) {
  static Tokenizer tokenizer;
  const TypedText typed = read_typed(tokenizer, text);
  require(typed.begin <= typed.end && typed.end <= text.size(), "a word stands in the text");
  require(!typed.open || (!typed.words.empty() && typed.end == text.size()),
          "what may go on is a word at the end");
  require(headings().find(typed.words, typed.open, 1).size() <= 1, "no more than is asked for");
  for (const std::string& beginning : identifier_beginnings(text)) {
    require(!beginning.empty(), "something begins an identifier");
  }
  for (const std::string& beginning : dossier_beginnings(text)) {
    require(!beginning.empty(), "something begins a number");
  }
}

void check_words(const std::string& text) {
  static Analyzer analyzer;
  const auto query = parse_query(text);
  if (!query) return;
  std::size_t end = 0;
  for (const QueryWord& word : query_words(*query, text, analyzer)) {
    require(word.begin >= end && word.begin < word.end && word.end <= text.size(),
            "words stand in the query one behind the other");
    end = word.end;
    const auto all = corrections(table(), word.exact, 0, 3);
    require(all.size() <= 3, "no more corrections than are asked for");
    for (const Correction& correction : all) {
      require(correction.word != word.exact, "a correction is another word");
      require(edit_cost(word.exact, correction.word) > 0, "and costs something");
    }
    for (const auto& [one, other] : apart(table(), word.exact, 3)) {
      require(one + other == word.exact, "two words together are the one");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  check_typed(text);
  check_words(repaired_utf8(text));
  return 0;
}
