#include "indexer/sync/sync.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

#include "corpus/schema/sync_status.hpp"
#include "indexer/sync/entity_sets.hpp"
#include "indexer/sync/moment.hpp"
#include "indexer/sync/odata_follower.hpp"
#include "indexer/sync/odata_service.hpp"
#include "indexer/sync/syncfeed_follower.hpp"
#include "indexer/sync/syncfeed_service.hpp"
#include "indexer/sync/text_fetcher.hpp"
#include "indexer/sync/text_queue.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

// A commit costs a fixed amount, and what is not committed is not seen.
constexpr auto commit_after = 5s;
// So often a long fill looks at what is new meanwhile.
constexpr auto catch_up_after = 60s;
// Texts cost a request each, and a page of records brings 250 documents: a fill takes a few of the
// newest between two rounds of pages, and the others when it is done.
constexpr std::size_t texts_a_round = 20;
constexpr std::size_t texts_at_once = 50;
// One text that cannot be had is no reason to stop; so many in a row are.
constexpr std::size_t most_failures = 5;
// The feed is followed from so long before: OData may show a change as much later.
constexpr auto overlap = 1h;
// A watch asks again after this for texts that were not to be had.
constexpr auto try_again_after = 1h;

/// One run. Everything here returns early, without an error, when asked to stop.
class Run {
 public:
  Run(const Options& options, const Listener& listener, const std::stop_token& stop)
      : options_(options),
        listener_(listener),
        stop_(stop),
        client_(HttpClient(options.limits, stop), real_clock(stop), options.manners),
        service_(client_, options.odata),
        feed_service_(client_, options.syncfeed),
        extractor_(options.reader),
        fetcher_(client_, service_, extractor_, options.publications),
        queue_(options.index),
        intake_(options.index, listener.skipped) {}

  Result<SyncReport> run() {
    const auto begin = steady_clock::now();
    auto done = options_.watch ? watch() : once();
    if (!done && !stop_.stop_requested()) return tl::unexpected(done.error());
    intake_.report().seconds = std::chrono::duration<double>(steady_clock::now() - begin).count();
    return intake_.report();
  }

 private:
  /// Until all is in.
  Result<void> once() {
    auto done = bring_in();
    if (stop_.stop_requested()) return done;
    status_.fout = done ? std::string() : done.error().message;
    if (auto kept = keep_status(); done && !kept) return kept;
    return done;
  }

  Result<void> bring_in() {
    refused_.reset();
    if (auto opened = open(); !opened) return opened;
    for (bool complete = false; !complete && !stop_.stop_requested();) {
      if (auto done = catch_up(); !done) return done;
      auto filled = fill_for_a_while();
      if (!filled) return tl::unexpected(filled.error());
      status_.gevuld = *filled;
      if (!*filled) continue;
      auto fetched = fetch_texts_for_a_while();
      if (!fetched) return tl::unexpected(fetched.error());
      complete = *fetched;
    }
    return refused_ ? tl::unexpected(*refused_) : Result<void>{};
  }

  Result<void> watch() {
    while (!stop_.stop_requested()) {
      if (auto done = once(); !done && !stop_.stop_requested()) {
        // What is not committed is fetched again.
        intake_.forget();
        followers_.clear();
        feed_.reset();
        failures_ = 0;
        listener_.setback(done.error());
      }
      if (steady_clock::now() - rewound_ > try_again_after) {
        queue_.rewind();
        rewound_ = steady_clock::now();
      }
      real_clock(stop_).sleep(options_.interval);
    }
    return {};
  }

  /// Goes on from what the index remembers.
  Result<void> open() {
    if (!followers_.empty()) return {};
    status_ = schema::sync_status(options_.index).value_or(schema::SyncStatus{});
    status_.bron = by_feed() ? options_.syncfeed : options_.odata;
    auto kept = intake_.remembered(position_key);
    if (!kept) return tl::unexpected(kept.error());
    for (const EntitySet& set : entity_sets) {
      followers_.emplace_back(service_, intake_, set,
                              Position::parse((*kept)[std::string(set.name)]));
    }
    return by_feed() ? begin_feed() : begin();
  }

  bool by_feed() const { return options_.source == Source::syncfeed; }

  /// Goes on from the place in the feed that the index remembers. Where there is none yet, one is
  /// looked up, and then all that changed before is read with OData: the fill goes back from
  /// there, and the feed goes on.
  Result<void> begin_feed() {
    auto kept = intake_.remembered(syncfeed_key);
    if (!kept) return tl::unexpected(kept.error());
    const std::string& text = (*kept)[""];
    if (!text.empty()) {
      std::uint64_t known = 0;
      std::from_chars(text.data(), text.data() + text.size(), known);
      feed_.emplace(feed_service_, service_, intake_, known);
      return begin();
    }
    const auto place =
        feed_service_.place_before(stamp_of(std::chrono::system_clock::now() - overlap));
    if (!place) return tl::unexpected(place.error());
    if (auto begun = begin(); !begun) return begun;
    for (OdataFollower& follower : followers_) {
      follower.read_all_twice();
      if (auto read = pass_forward(follower); !read) return read;
    }
    if (stop_.stop_requested()) return {};
    feed_.emplace(feed_service_, service_, intake_, *place);
    if (auto remembered = feed_->keep(); !remembered) return remembered;
    return commit();
  }

  /// The first page of every fill says where following begins; what only shows in other records is
  /// followed from the moment those are read.
  Result<void> begin() {
    std::string first;
    for (OdataFollower& follower : followers_) {
      if (stop_.stop_requested() || !follower.is_new()) continue;
      if (!follower.set().holds_records) {
        if (auto begun = follower.begin_at(first); !begun) return begun;
      } else if (auto read = follower.back(since()); !read) {
        return tl::unexpected(read.error());
      }
      const std::string& newest = follower.position().newest;
      if (first.empty() || (!newest.empty() && newest < first)) first = newest;
    }
    return intake_.commit();
  }

  Result<void> catch_up() {
    std::string complete = stamp_of(std::chrono::system_clock::now());
    for (OdataFollower& follower : followers_) {
      if (by_feed() && follower.set().in_syncfeed) continue;
      auto done = pass_forward(follower);
      // One entity set that the service does not know, or not as we ask for it, stops no other.
      if (!done && done.error().code == ErrorCode::not_found) {
        refuse(done.error());
        done = {};
      }
      if (done) done = commit();
      if (!done) return done;
    }
    if (feed_) {
      auto done = pass_forward(*feed_);
      for (const auto& [set, why] : feed_->refused()) refuse(why);
      if (const auto since = feed_->waiting_since(); !since.empty()) complete = since;
      if (done) done = commit();
      if (!done) return done;
    }
    if (stop_.stop_requested()) return {};
    status_.bereikt = stamp_of(std::chrono::system_clock::now());
    status_.bijgewerkt = complete;
    if (auto kept = keep_status(); !kept) return kept;
    return fetch_texts_of_changed();
  }

  Result<void> keep_status() { return schema::keep_sync_status(options_.index, status_); }

  void refuse(const Error& why) { refused_ = Error{ErrorCode::unreadable, why.message, why.hint}; }

  template <class Follower>
  Result<void> pass_forward(Follower& follower) {
    for (bool at_end = false; !at_end && !stop_.stop_requested();) {
      auto read = follower.forward();
      if (!read) return tl::unexpected(read.error());
      at_end = *read;
      if (auto done = commit_now_and_then(); !done) return done;
      tell(Progress::Phase::catching_up);
    }
    return {};
  }

  /// What is new is asked for first, whatever waits.
  Result<void> fetch_texts_of_changed() {
    const auto changed = intake_.take_changed_documents();
    if (!options_.texts || changed.empty()) return {};
    const auto awaited = queue_.among(changed);
    if (!awaited) return tl::unexpected(awaited.error());
    return fetch_texts(*awaited);
  }

  /// True when the fill is done.
  Result<bool> fill_for_a_while() {
    const auto until = steady_clock::now() + catch_up_after;
    bool complete = false;
    while (!complete && !stop_.stop_requested() && steady_clock::now() < until) {
      complete = true;
      for (OdataFollower& follower : followers_) {
        if (stop_.stop_requested()) return false;
        auto read = follower.back(since());
        if (!read) return tl::unexpected(read.error());
        complete = complete && *read;
        if (auto done = commit_now_and_then(); !done) return tl::unexpected(done.error());
      }
      tell(Progress::Phase::filling);
      if (auto some = fetch_some_texts(texts_a_round); !some) return tl::unexpected(some.error());
    }
    intake_.take_changed_documents();  // of a fill they are in the queue
    if (auto done = commit(); !done) return tl::unexpected(done.error());
    return complete;
  }

  /// True when no document awaits its text any more.
  Result<bool> fetch_texts_for_a_while() {
    const auto until = steady_clock::now() + catch_up_after;
    while (!stop_.stop_requested() && steady_clock::now() < until) {
      auto some = fetch_some_texts(texts_at_once);
      if (!some) return some;
      if (!*some) return true;
    }
    return !options_.texts;
  }

  /// False when there was none.
  Result<bool> fetch_some_texts(std::size_t most) {
    if (!options_.texts) return false;
    const auto awaited = queue_.next(most);
    if (!awaited) return tl::unexpected(awaited.error());
    if (auto done = fetch_texts(*awaited); !done) return tl::unexpected(done.error());
    return !awaited->empty();
  }

  Result<void> fetch_texts(const std::vector<AwaitedText>& awaited) {
    for (const AwaitedText& one : awaited) {
      auto piece = fetcher_.fetch(one);
      if (stop_.stop_requested()) return {};
      if (!piece) {
        if (++failures_ >= most_failures) return tl::unexpected(piece.error());
        intake_.skip(std::string(one.number.empty() ? one.guid : one.number), piece.error());
        continue;
      }
      failures_ = 0;
      if (!piece->fields.tekst.empty()) ++intake_.report().texts;
      if (auto put = intake_.put(*std::move(piece)); !put) return tl::unexpected(put.error());
      ++asked_;
      if (auto done = commit_now_and_then(); !done) return done;
      tell(Progress::Phase::fetching_texts);
    }
    return commit();
  }

  Result<void> commit_now_and_then() {
    return steady_clock::now() - committed_ < commit_after ? Result<void>{} : commit();
  }

  Result<void> commit() {
    auto done = intake_.commit();
    committed_ = steady_clock::now();
    return done;
  }

  void tell(Progress::Phase phase) {
    std::size_t left = 0;
    if (phase == Progress::Phase::fetching_texts) {
      return listener_.progress({phase, asked_, queue_.size().value_or(0)});
    }
    for (const OdataFollower& follower : followers_) left += follower.left();
    listener_.progress({phase, intake_.report().read, left});
  }

  std::string since() const { return options_.since.empty() ? "" : options_.since + "T"; }

  const Options& options_;
  const Listener& listener_;
  std::stop_token stop_;
  PoliteClient client_;
  OdataService service_;
  SyncfeedService feed_service_;
  Extractor extractor_;
  TextFetcher fetcher_;
  TextQueue queue_;
  Intake intake_;
  schema::SyncStatus status_;
  std::optional<Error> refused_;  ///< what an entity set was answered, last
  std::deque<OdataFollower> followers_;
  std::optional<SyncfeedFollower> feed_;  ///< where it is followed
  steady_clock::time_point committed_ = steady_clock::now();
  steady_clock::time_point rewound_ = steady_clock::now();
  std::size_t asked_ = 0;     ///< texts
  std::size_t failures_ = 0;  ///< of texts, one after another
};

}  // namespace

Result<SyncReport> sync(const Options& options, const Listener& listener,
                        const std::stop_token& stop) {
  return Run(options, listener, stop).run();
}

}  // namespace kamerzoek::sync
