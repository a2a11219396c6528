#include "corpus/text/analyzer.hpp"

#include <utility>

#include "corpus/text/normal_form.hpp"
#include "corpus/text/stemmer.hpp"
#include "corpus/text/tokenizer.hpp"

namespace kamerzoek {
namespace {

// Longer than any Dutch compound in use; what is longer is a table rule or an encoded file.
constexpr std::size_t longest_term = 64;

}  // namespace

struct Analyzer::State {
  Tokenizer tokenizer;
  Stemmer stemmer;
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, const std::function<void(const Token&)>& each) {
  Token token;
  state_->tokenizer.each_word(text, [&](std::size_t begin, std::size_t end) {
    if (end - begin > longest_term) return;
    token.text = text.substr(begin, end - begin);
    token.exact = normal_form(token.text).exact;
    if (token.exact.empty() || token.exact.size() > longest_term) return;
    token.begin = begin;
    token.end = end;
    ++token.position;
    token.stem = state_->stemmer.stem(token.exact);
    each(token);
  });
}

std::vector<Token> Analyzer::tokens(std::string_view text) {
  std::vector<Token> all;
  analyze(text, [&](const Token& token) { all.push_back(token); });
  return all;
}

}  // namespace kamerzoek
