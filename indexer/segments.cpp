#include "indexer/segments.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/document_store.hpp"
#include "indexer/make_document.hpp"
#include "indexer/segment_name.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

// From half of this to four times as much makes no difference, and 32 MB take half as long again
// (docs/benchmarks.md).
constexpr std::size_t best_segment = std::size_t{1} << 20;
// What it takes to build a segment, to the byte of its text, and an analyzer with its words.
constexpr std::size_t memory_a_byte = 40;
constexpr std::size_t memory_a_thread = std::size_t{96} << 20;
// A thread takes this many ranges, more or less, so that all are done at the same time.
constexpr std::size_t ranges_a_thread = 32;
constexpr Xapian::docid shortest_range = 32;
constexpr Xapian::docid longest_range = 8192;

struct Plan {
  unsigned threads;
  std::size_t segment;  ///< bytes of text
};

Plan plan_for(const BuildLimits& limits) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t affordable = std::max<std::size_t>(1, limits.memory / memory_a_thread);
  const auto threads = static_cast<unsigned>(
      std::min<std::size_t>(limits.threads == 0 ? cores : limits.threads, affordable));
  const std::size_t segment = limits.memory / threads / memory_a_byte;
  // However little is allowed, a segment has a record.
  return {threads, std::clamp<std::size_t>(segment, 1, best_segment)};
}

/// What is left to build: all docids but those of finished segments, in ranges.
std::vector<DocidRange> ranges_to_build(const std::vector<DocidRange>& finished, Xapian::docid last,
                                        unsigned threads) {
  const auto length = std::clamp(static_cast<Xapian::docid>(last / (threads * ranges_a_thread)),
                                 shortest_range, longest_range);
  std::vector<DocidRange> ranges;
  const auto add = [&](Xapian::docid first, Xapian::docid end) {
    for (; first < end; first += std::min(length, end - first)) {
      ranges.push_back({first, first + std::min(length, end - first) - 1});
    }
  };
  Xapian::docid first = 1;
  for (const DocidRange& segment : finished) {
    add(first, segment.first);
    first = segment.last + 1;
  }
  add(first, last + 1);
  return ranges;
}

std::size_t text_size(const Record& record) {
  std::size_t size = 0;
  for (const Piece& piece : record.pieces) size += piece.fields.tekst.size();
  return size;
}

/// Builds segments, one after another. For one thread.
class SegmentBuilder {
 public:
  SegmentBuilder(const fs::path& from, fs::path into, std::size_t most_text)
      : from_(from.string()), into_(std::move(into)), most_text_(most_text) {}

  /// Builds the first records of the range, as many as make a segment, and takes them off it.
  Result<BuiltRecords> build(DocidRange& range) {
    const fs::path part = into_ / ("part-" + std::to_string(range.first));
    fs::remove_all(part);
    BuiltRecords built;
    DocidRange done{range.first, range.last};
    {
      Xapian::WritableDatabase segment(part.string(),
                                       Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
      auto last = fill(segment, range, built);
      if (!last) return tl::unexpected(last.error());
      done.last = *last;
      segment.commit();
    }
    range.first = done.last + 1;
    const fs::path name = into_ / segment_name(done);
    fs::remove_all(name);
    // A database of nothing has no range of docids, and cannot be merged.
    built.states.empty() ? void(fs::remove_all(part)) : fs::rename(part, name);
    if (auto written = built.write(marker_of(name)); !written) {
      return tl::unexpected(written.error());
    }
    return built;
  }

 private:
  /// The last docid that is in the segment, or known to be free.
  Result<Xapian::docid> fill(Xapian::WritableDatabase& segment, const DocidRange& range,
                             BuiltRecords& built) {
    Xapian::docid next = range.first;
    std::size_t text = 0;
    while (true) {
      try {
        auto posting = from_.postlist_begin("");
        posting.skip_to(next);
        for (; posting != from_.postlist_end("") && *posting <= range.last; ++posting) {
          if (text >= most_text_) return next - 1;
          auto size = add(segment, *posting, built);
          if (!size) return tl::unexpected(size.error());
          text += *size;
          next = *posting + 1;
        }
        return range.last;
      } catch (const Xapian::DatabaseModifiedError&) {
        from_.reopen();
      }
    }
  }

  Result<std::size_t> add(Xapian::WritableDatabase& segment, Xapian::docid docid,
                          BuiltRecords& built) {
    const std::string stored = stored_record(from_, docid);
    const auto record = schema::restore(stored);
    if (!record) return tl::unexpected(record.error());
    const MadeDocument made = make_document(*record, analyzer_, stored);
    replace(segment, docid, made);
    built.add(docid, stored, *record, made);
    return text_size(*record);
  }

  Xapian::Database from_;
  Analyzer analyzer_;
  fs::path into_;
  std::size_t most_text_;
};

/// Several builders at work, and who waits for them.
class Building {
 public:
  Building(const fs::path& from, const fs::path& into, Plan plan, std::vector<DocidRange> ranges)
      : from_(from), into_(into), plan_(plan), ranges_(std::move(ranges)) {}

  Result<BuiltRecords> run(BuiltRecords built, std::size_t of, const BuildProgress& progress) {
    built_ = std::move(built);
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 0; i < plan_.threads; ++i) threads.emplace_back([this] { work(); });
      wait(of, progress);
    }
    if (error_) return tl::unexpected(*error_);
    const auto by_docid = [](const auto& a, const auto& b) { return a.docid < b.docid; };
    std::ranges::stable_sort(built_.states, by_docid);
    std::ranges::stable_sort(built_.keys, by_docid);
    return std::move(built_);
  }

 private:
  void wait(std::size_t of, const BuildProgress& progress) {
    std::unique_lock lock(mutex_);
    while (at_work_ > 0) {
      ended_.wait_for(lock, std::chrono::milliseconds{200});
      const std::size_t done = built_.states.size();
      lock.unlock();
      progress("documenten", done, std::max(done, of));
      lock.lock();
    }
  }

  void work() {
    Result<void> done;
    try {
      done = build_ranges();
    } catch (const Xapian::Error& e) {
      done = tl::unexpected(
          schema::index_error(from_, e.get_type(), e.get_msg(), e.get_error_string()));
    } catch (const fs::filesystem_error& e) {
      done = tl::unexpected(schema::file_error(e.path1(), e.code()));
    }
    const std::lock_guard lock(mutex_);
    if (!done && !error_) error_ = done.error();
    if (!done) has_failed_ = true;
    --at_work_;
    ended_.notify_one();
  }

  Result<void> build_ranges() {
    SegmentBuilder builder(from_, into_, plan_.segment);
    for (std::size_t at = next_++; at < ranges_.size(); at = next_++) {
      DocidRange range = ranges_[at];
      while (range.first <= range.last) {
        if (has_failed_) return {};
        auto built = builder.build(range);
        if (!built) return tl::unexpected(built.error());
        const std::lock_guard lock(mutex_);
        built_.append(*built);
      }
    }
    return {};
  }

  const fs::path& from_;
  const fs::path& into_;
  const Plan plan_;
  const std::vector<DocidRange> ranges_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::mutex mutex_;
  std::condition_variable ended_;
  unsigned at_work_ = plan_.threads;
  BuiltRecords built_;
  std::optional<Error> error_;
};

}  // namespace

Result<BuiltRecords> build_segments(const fs::path& from, const fs::path& into,
                                    const BuildLimits& limits, const BuildProgress& progress) {
  try {
    const Xapian::Database database(from.string());
    const auto finished = finished_segments(into);
    BuiltRecords built;
    for (const DocidRange& segment : finished) {
      auto earlier = BuiltRecords::read(marker_of(into / segment_name(segment)));
      if (!earlier) return earlier;
      built.append(*earlier);
    }
    const Plan plan = plan_for(limits);
    return Building(from, into, plan,
                    ranges_to_build(finished, database.get_lastdocid(), plan.threads))
        .run(std::move(built), database.get_doccount(), progress);
  } catch (const Xapian::Error& e) {
    return tl::unexpected(
        schema::index_error(from, e.get_type(), e.get_msg(), e.get_error_string()));
  }
}

}  // namespace kamerzoek
