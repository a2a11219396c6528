#include "corpus/text/stemmer.hpp"

#include <unordered_map>

#include <xapian.h>

namespace kamerzoek {
namespace {

// Enough for the vocabulary of years of papers; past it, starting afresh is cheaper than choosing.
constexpr std::size_t most_kept = 500'000;

}  // namespace

struct Stemmer::State {
  Xapian::Stem snowball{"kraaij_pohlmann"};
  std::unordered_map<std::string, std::string> known;
};

Stemmer::Stemmer() : state_(std::make_unique<State>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

const std::string& Stemmer::stem(const std::string& word) {
  if (state_->known.size() >= most_kept) state_->known.clear();
  const auto [entry, is_new] = state_->known.try_emplace(word);
  if (is_new) {
    entry->second = state_->snowball(word);
    if (entry->second.empty()) entry->second = word;
  }
  return entry->second;
}

}  // namespace kamerzoek
