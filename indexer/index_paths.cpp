#include "indexer/index_paths.hpp"

#include <chrono>
#include <thread>
#include <utility>
#include <variant>

#include "indexer/bounded_queue.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/read_file.hpp"
#include "indexer/scan.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

struct Skip {
  std::string where;
  Error why;
};

using Found = std::variant<Piece, Skip>;

// Handed over by the dozen: a hand-over costs more than reading a small record.
using Parcel = std::vector<Found>;
constexpr std::size_t parcel_size = 64;
constexpr std::size_t parcels_waiting = 32;

/// The reading side: files to pieces, into the queue.
class Reader {
 public:
  Reader(BoundedQueue<Parcel>& queue, const std::vector<std::string>& reader)
      : queue_(queue), extractor_(reader) {}

  void read(const std::vector<fs::path>& paths) {
    const ScanSink sink{
        [this](const fs::path& path) { file(path); },
        [this](const fs::path& path, Error why) { skip(printable(path), std::move(why)); }};
    for (const fs::path& path : paths) {
      if (!open_) return;
      scan(path, sink);
    }
    hand_over();
  }

 private:
  void file(const fs::path& path) {
    if (!open_) return;
    const std::string name = printable(path);
    const Sink sink{[this](Piece piece) { found(std::move(piece)); },
                    [this, &name](const std::string& where, Error why) {
                      skip(name + ", " + where, std::move(why));
                    }};
    if (auto read = read_file(path, extractor_, sink); !read) skip(name, std::move(read.error()));
  }

  void skip(std::string where, Error why) { found(Skip{std::move(where), std::move(why)}); }

  void found(Found one) {
    parcel_.push_back(std::move(one));
    if (parcel_.size() >= parcel_size) hand_over();
  }

  void hand_over() {
    if (!parcel_.empty()) open_ = queue_.push(std::exchange(parcel_, {}));
  }

  BoundedQueue<Parcel>& queue_;
  Extractor extractor_;
  Parcel parcel_;
  bool open_ = true;
};

void count(Change change, IndexReport& report) {
  ++report.read;
  switch (change) {
    case Change::none:
      ++report.unchanged;
      break;
    case Change::added:
      ++report.added;
      break;
    case Change::updated:
      ++report.updated;
      break;
    case Change::withdrawn:
      ++report.deleted;
      break;
  }
}

/// The writing side: pieces from the queue into the index.
Result<void> write_all(BoundedQueue<Parcel>& queue, IndexWriter& writer,
                       const IndexListener& listener, IndexReport& report) {
  while (auto parcel = queue.pop()) {
    for (Found& found : *parcel) {
      if (const Skip* skip = std::get_if<Skip>(&found)) {
        ++report.skipped;
        listener.skipped(skip->where, skip->why);
        continue;
      }
      auto change = writer.put(std::get<Piece>(std::move(found)));
      if (!change) return tl::unexpected(change.error());
      count(*change, report);
    }
    listener.progress(report);
  }
  return writer.commit();
}

}  // namespace

Result<IndexReport> index_paths(const fs::path& dir, const std::vector<fs::path>& paths,
                                const std::vector<std::string>& reader,
                                const IndexListener& listener) {
  const auto begin = std::chrono::steady_clock::now();
  auto writer = IndexWriter::open(dir);
  if (!writer) return tl::unexpected(writer.error());

  IndexReport report;
  BoundedQueue<Parcel> queue(parcels_waiting);
  std::jthread reading([&] {
    Reader(queue, reader).read(paths);
    queue.close();
  });
  auto written = write_all(queue, *writer, listener, report);
  queue.close();  // after a failure: lets the reader stop
  reading.join();
  if (!written) return tl::unexpected(written.error());
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return report;
}

}  // namespace kamerzoek
