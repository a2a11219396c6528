#include "indexer/index_paths.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "corpus/formats/read_bytes.hpp"
#include "corpus/model/file_uri.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/bounded_queue.hpp"
#include "indexer/converter.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/read_file.hpp"
#include "indexer/scan.hpp"
#include "indexer/set_asides.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

struct Skip {
  std::string where;
  Error why;
};

using Found = std::variant<Piece, Skip, SetAsides::Note>;

// Handed over by the dozen: a hand-over costs more than reading a small record.
using Parcel = std::vector<Found>;
constexpr std::size_t parcel_size = 64;
constexpr std::size_t parcels_waiting = 32;

// Of one file. An archive holds no more than twenty times as many.
constexpr std::size_t most_parts_set_aside = 1'000;

/// A PDF of pictures: a record, but one that no word finds.
bool is_scan(const Piece& piece) {
  return piece.source == Source::pdf && piece.fields.tekst.empty() && !piece.withdrawn;
}

SetAside::Part scan_part(const Piece& piece) {
  const auto file = file_named(piece.origin);
  return {.deel = file ? file->entry : std::string(),
          .reden = "een PDF zonder tekst: alleen afbeeldingen",
          .raad = "maak er met OCR tekst bij, bijvoorbeeld met ocrmypdf, en indexeer het opnieuw"};
}

/// The error with which a file that was set aside is skipped again.
Error skipped_before(const SetAside& file) {
  const SetAside::Part& whole = file.delen.front();
  return {ErrorCode::unreadable,
          fmt::format("{} (opzij gelegd op {})", whole.reden, file.tijd.substr(0, 10)), whole.raad};
}

/// The reading side: files to pieces, into the queue.
class Reader {
 public:
  Reader(BoundedQueue<Parcel>& queue, const std::vector<std::string>& reader, SetAsides set_aside)
      : queue_(queue), extractor_(reader), set_aside_(std::move(set_aside)) {}

  void read(const std::vector<fs::path>& paths) {
    const ScanSink sink{
        [this](const fs::path& path) { file(path); },
        [this](const fs::path& path, Error why) { skip(printable(path), std::move(why)); }};
    for (const fs::path& path : paths) {
      if (!open_) return;
      scan(path, sink);
    }
    for (SetAsides::Note& note : set_aside_.vanished()) found(std::move(note));
    hand_over();
  }

 private:
  void file(const fs::path& path) {
    if (!open_) return;
    const std::string name = printable(path);
    FileIdentity file = identify(path);
    if (const SetAside* known = set_aside_.still(file)) return skip(name, skipped_before(*known));

    std::vector<SetAside::Part> scans;
    std::vector<SetAside::Part> entries;
    const Sink sink{[&](Piece piece) {
                      if (is_scan(piece) && scans.size() < most_parts_set_aside) {
                        scans.push_back(scan_part(piece));
                      }
                      found(std::move(piece));
                    },
                    [&](const std::string& where, Error why) {
                      if (entries.size() < most_parts_set_aside) {
                        entries.push_back({where, why.message, why.hint});
                      }
                      skip(name + ", " + where, std::move(why));
                    }};
    auto read = read_file(path, extractor_, sink);
    if (!read) {
      if (read.error().code == ErrorCode::unreachable) file.state.clear();
      remember(set_aside_.tried(file, {{"", read.error().message, read.error().hint}}, false));
      return skip(name, std::move(read.error()));
    }
    // Of other formats what is skipped are lines and records, which are no files.
    if (*read == Format::package) std::ranges::move(entries, std::back_inserter(scans));
    remember(set_aside_.tried(file, std::move(scans), true));
  }

  void remember(std::optional<SetAsides::Note> note) {
    if (note) found(*std::move(note));
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
  SetAsides set_aside_;
  Parcel parcel_;
  bool open_ = true;
};

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

/// Of those here, and of the programs that read for them.
std::string version_of_readers() {
  return fmt::format("{}, {}", reader_version(), fmt::join(installed_converters(), ", "));
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
                                const std::vector<std::string>& reader,
                                const IndexListener& listener) {
  const auto begin = std::chrono::steady_clock::now();
  auto writer = IndexWriter::open(dir);
  if (!writer) return tl::unexpected(writer.error());
  const auto remembered = writer->remembered(schema::set_aside_prefix);
  if (!remembered) return tl::unexpected(remembered.error());

  IndexReport report;
  BoundedQueue<Parcel> queue(parcels_waiting);
  std::jthread reading([&] {
    Reader(queue, reader, SetAsides(*remembered, version_of_readers())).read(paths);
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
