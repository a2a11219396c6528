#include "indexer/index_paths.hpp"

#include <chrono>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/bounded_queue.hpp"
#include "indexer/bulk_index.hpp"
#include "indexer/file_reader.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/scan.hpp"
#include "indexer/set_asides.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t parcels_waiting = 32;
// An index that is this many times smaller than what comes is made anew, which takes less time than
// to add so much to it.
constexpr std::uintmax_t much_smaller = 2;

/// The writing side: pieces from the queue to the writer.
Result<void> write_all(BoundedQueue<Parcel>& queue, IndexWriter& writer,
                       const IndexListener& listener, IndexReport& report) {
  while (auto parcel = queue.pop()) {
    for (Found& found : *parcel) {
      if (const Skip* skip = std::get_if<Skip>(&found)) {
        ++report.skipped;
        listener.skipped(skip->where, skip->why);
        continue;
      }
      if (SetAsides::Note* note = std::get_if<SetAsides::Note>(&found)) {
        writer.remember(std::move(note->key), std::move(note->value));
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

/// Reading and writing, side by side.
Result<void> read_into(IndexWriter& writer, const std::vector<fs::path>& paths,
                       const std::vector<std::string>& reader, const IndexListener& listener,
                       IndexReport& report) {
  const auto remembered = writer.remembered(schema::set_aside_prefix);
  if (!remembered) return tl::unexpected(remembered.error());
  BoundedQueue<Parcel> queue(parcels_waiting);
  std::jthread reading([&] {
    FileReader(queue, reader, SetAsides(*remembered, version_of_readers())).read(paths);
    queue.close();
  });
  auto written = write_all(queue, writer, listener, report);
  queue.close();  // after a failure: lets the reader stop
  return written;
}

std::uintmax_t size_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : size;
}

std::uintmax_t size_of_all(const std::vector<fs::path>& paths) {
  std::uintmax_t size = 0;
  const ScanSink sink{[&](const fs::path& path) { size += size_of(path); },
                      [](const fs::path&, const Error&) {}};
  for (const fs::path& path : paths) scan(path, sink);
  return size;
}

bool is_bulk(const fs::path& dir, const std::vector<fs::path>& paths, std::uintmax_t least) {
  const std::uintmax_t coming = size_of_all(paths);
  return coming >= least && coming >= much_smaller * size_of_all({schema::current(dir)});
}

}  // namespace

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

Result<IndexReport> index_paths(const fs::path& dir, const std::vector<fs::path>& paths,
                                const IndexOptions& options, const IndexListener& listener) {
  const auto begin = std::chrono::steady_clock::now();
  IndexReport report;
  const auto fill = [&](IndexWriter& writer) {
    return read_into(writer, paths, options.reader, listener, report);
  };
  Result<void> done;
  if (is_bulk(dir, paths, options.least_bulk)) {
    done = bulk_index(dir, fill, options.limits, listener.building);
  } else {
    auto writer = IndexWriter::open(dir);
    done = writer ? fill(*writer) : tl::unexpected(writer.error());
  }
  if (!done) return tl::unexpected(done.error());
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return report;
}

}  // namespace kamerzoek
