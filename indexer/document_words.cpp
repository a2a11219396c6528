#include "indexer/document_words.hpp"

namespace kamerzoek {

void DocumentWords::add(const schema::TextField& field, std::string_view text,
                        const std::function<void(const Token&)>& each) {
  const std::size_t length = field.is_heading ? analyzer_.tokens(text).size() : 0;
  const unsigned weight = schema::weight_in(field, length);
  unsigned last = position_;
  analyzer_.analyze(text, [&](const Token& token) {
    if (each) each(token);
    last = position_ + token.position;
    note(token);
  });
  for (const Places& places : words_) {
    add_terms("", places, weight);
    if (!field.prefix.empty()) add_terms(field.prefix, places, schema::one_word);
  }
  // The analyzer may forget its words when it is called again.
  words_.clear();
  known_.clear();
  if (last != position_) position_ = last + schema::position_gap;
}

void DocumentWords::note(const Token& token) {
  const unsigned position = position_ + token.position;
  // What is joined to a verb has the lemma of this one sentence.
  const bool is_joined_verb = token.verb_end != 0;
  if (!is_joined_verb) {
    const auto known = known_.find(token.exact.data());
    if (known != known_.end()) {
      words_[known->second].positions.push_back(position);
      return;
    }
    known_.emplace(token.exact.data(), words_.size());
  }
  words_.push_back({token, {position}});
}

void DocumentWords::add_terms(std::string_view prefix, const Places& places, unsigned weight) {
  const Token& token = places.token;
  const unsigned wdf = weight * static_cast<unsigned>(places.positions.size());
  terms_.add_at(spelt({}, prefix, token.exact), places.positions, 0, wdf);
  // A word with hyphens stands where its words stand, so that a phrase finds them as well.
  unsigned behind = 0;
  for (const std::string& part : token.words) {
    if (!part.empty()) terms_.add_at(spelt({}, prefix, part), places.positions, behind, wdf);
    ++behind;
  }
  terms_.add(spelt("Z", prefix, token.stem), wdf);
  if (token.is_compound_verb) return;
  for (const std::string& part : token.parts) terms_.add(spelt("P", prefix, part), wdf);
}

/// The term; valid until the next.
std::string_view DocumentWords::spelt(std::string_view kind, std::string_view prefix,
                                      std::string_view word) {
  term_.assign(kind).append(prefix).append(word);
  return term_;
}

}  // namespace kamerzoek
