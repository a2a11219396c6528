#include "indexer/sync/held_answers.hpp"

#include <utility>

namespace kamerzoek::sync {
namespace {

constexpr std::size_t most_answers = 32;
constexpr std::size_t largest = std::size_t{1} << 20;

}  // namespace

const HeldAnswers::Answer* HeldAnswers::find(const std::string& url) const {
  const auto found = answers_.find(url);
  return found == answers_.end() ? nullptr : &found->second;
}

void HeldAnswers::keep(const std::string& url, Answer answer) {
  forget(url);
  if (answer.etag.empty() && answer.last_modified.empty()) return;
  if (answer.body.size() > largest) return;
  // A fill asks for thousands of pages once, a watch for the same few for ever.
  if (answers_.size() >= most_answers) answers_.clear();
  answers_.emplace(url, std::move(answer));
}

}  // namespace kamerzoek::sync
