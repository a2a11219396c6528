#include "corpus/text/analyzer.hpp"

#include <array>
#include <deque>
#include <functional>
#include <utility>

#include <tsl/robin_map.h>

#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/lemmatizer.hpp"
#include "corpus/text/separable_verbs.hpp"
#include "corpus/text/tokenizer.hpp"

namespace kamerzoek {
namespace {

// Longer than any Dutch compound in use; what is longer is a table rule or an encoded file.
constexpr std::size_t longest_term = 64;
// A hyphenated word has hyphens and line ends besides.
constexpr std::size_t longest_word = 96;
// Enough for the vocabulary of years of papers; past it, starting afresh is cheaper than choosing.
constexpr std::size_t most_kept = 300'000;
// Sentences are shorter; a text without punctuation is cut into pieces of this many words.
constexpr std::size_t longest_clause = 100;

/// By their bytes, as what is between any two words of a text is looked up.
constexpr auto clause_signs = [] {
  std::array<bool, 256> are{};
  for (const char c : std::string_view(".,;:?!()[]{}\"|"))
    are[static_cast<unsigned char>(c)] = true;
  return are;
}();

/// Whether the signs between two words end the clause.
bool ends_clause(std::string_view between) {
  if (between == " ") return false;
  bool line_end = false;
  for (const char c : between) {
    if (clause_signs[static_cast<unsigned char>(c)]) return true;
    if (c == '\n') {
      if (line_end) return true;  // an empty line
      line_end = true;
    }
  }
  return false;
}

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};

}  // namespace

struct Analyzer::State {
  Tokenizer tokenizer;
  Lemmatizer lemmatizer{Lexicon::dutch()};
  // By the word as it is written. Every word of every text is looked up here; std::unordered_map
  // takes twice as long.
  tsl::robin_map<std::string, const Lexeme*, WordHash, std::equal_to<>,
                 std::allocator<std::pair<std::string, const Lexeme*>>, true>
      known;
  std::deque<Lexeme> kept;
  std::vector<Token> clause;
  std::vector<const Lexeme*> lexemes;  // of the clause
  std::deque<std::string> joined;      // verbs that tokens point to

  const Lexeme& lexeme(std::string_view word) {
    const auto found = known.find(word);
    if (found != known.end()) return *found->second;
    kept.push_back(lemmatizer.lexeme(word));
    known.emplace(word, &kept.back());
    return kept.back();
  }

  void finish_clause(const std::function<void(const Token&)>& each) {
    for (JoinedVerb& join : join_separable_verbs(lexemes, Lexicon::dutch())) {
      Token& particle = clause[join.particle];
      joined.push_back(std::move(join.lemma));
      particle.stem = joined.back();
      particle.verb_begin = clause[join.verb].begin;
      particle.verb_end = clause[join.verb].end;
    }
    for (const Token& token : clause) each(token);
    clause.clear();
    lexemes.clear();
  }
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, const std::function<void(const Token&)>& each) {
  State& state = *state_;
  if (state.known.size() >= most_kept) {
    state.known.clear();
    state.kept.clear();
  }
  state.joined.clear();
  std::size_t last_end = 0;
  unsigned position = 1;
  state.tokenizer.each_word(text, [&](std::size_t begin, std::size_t end) {
    if (end - begin > longest_word) return;
    const std::string_view word = text.substr(begin, end - begin);
    const Lexeme& lexeme = state.lexeme(word);
    if (lexeme.exact.empty() || lexeme.exact.size() > longest_term) return;
    if (ends_clause(text.substr(last_end, begin - last_end)) ||
        state.clause.size() >= longest_clause) {
      state.finish_clause(each);
    }
    last_end = end;
    state.clause.push_back({.text = word,
                            .begin = begin,
                            .end = end,
                            .position = position,
                            .exact = lexeme.exact,
                            .stem = lexeme.stem,
                            .others = lexeme.others,
                            .parts = lexeme.parts,
                            .words = lexeme.words,
                            .is_grammatical = lexeme.is_grammatical,
                            .is_compound_verb = lexeme.is_compound_verb});
    state.lexemes.push_back(&lexeme);
    position += lexeme.words.empty() ? 1 : static_cast<unsigned>(lexeme.words.size());
  });
  state.finish_clause(each);
}

std::vector<Token> Analyzer::tokens(std::string_view text) {
  std::vector<Token> all;
  analyze(text, [&](const Token& token) { all.push_back(token); });
  return all;
}

}  // namespace kamerzoek
