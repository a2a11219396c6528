#include "search/shared_vocabulary.hpp"

#include <utility>

#include "search/database.hpp"

namespace kamerzoek {

using std::chrono::steady_clock;

SharedVocabulary::SharedVocabulary(std::filesystem::path index, steady_clock::duration lasts)
    : index_(std::move(index)), lasts_(lasts) {}

/// The last one where nothing has been committed since.
SharedVocabulary::Snapshot SharedVocabulary::read(const std::filesystem::path& index,
                                                  const Snapshot& last) {
  Snapshot snapshot = last;
  if (auto database = Database::open(index)) {
    const auto done = database->read([&](const Xapian::Database& newest) -> Result<void> {
      std::string commit = newest.get_uuid() + std::to_string(newest.get_revision());
      if (snapshot.vocabulary && commit == last.commit) return {};
      snapshot.vocabulary = std::make_shared<const Vocabulary>(Vocabulary::read(newest));
      snapshot.commit = std::move(commit);
      return {};
    });
    static_cast<void>(done);  // what cannot be read now is tried again later
  }
  snapshot.read_at = steady_clock::now();
  return snapshot;
}

/// With the mutex held.
void SharedVocabulary::refresh() {
  if (next_.valid() && next_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    last_ = next_.get();
    next_ = {};
  }
  const bool serves = last_.vocabulary && steady_clock::now() - last_.read_at < lasts_;
  if (!serves && !next_.valid()) next_ = std::async(std::launch::async, read, index_, last_);
}

void SharedVocabulary::prepare() {
  const std::lock_guard lock(mutex_);
  refresh();
}

std::shared_ptr<const Vocabulary> SharedVocabulary::get() {
  std::shared_future<Snapshot> first;
  {
    const std::lock_guard lock(mutex_);
    refresh();
    if (last_.vocabulary) return last_.vocabulary;
    first = next_;
  }
  return first.get().vocabulary;
}

}  // namespace kamerzoek
