#include "indexer/file_reader.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "corpus/formats/read_bytes.hpp"
#include "corpus/model/file_uri.hpp"
#include "indexer/converter.hpp"
#include "indexer/read_file.hpp"
#include "indexer/scan.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t parcel_size = 64;
constexpr std::size_t parcel_text = std::size_t{1} << 20;  // bytes
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

}  // namespace

void FileReader::read(const std::vector<fs::path>& paths) {
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

void FileReader::file(const fs::path& path) {
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
    if (auto note =
            set_aside_.tried(file, {{"", read.error().message, read.error().hint}}, false)) {
      found(*std::move(note));
    }
    return skip(name, std::move(read.error()));
  }
  // Of other formats what is skipped are lines and records, which are no files.
  if (*read == Format::package) std::ranges::move(entries, std::back_inserter(scans));
  if (auto note = set_aside_.tried(file, std::move(scans), true)) found(*std::move(note));
}

void FileReader::skip(std::string where, Error why) {
  found(Skip{std::move(where), std::move(why)});
}

void FileReader::found(Found one) {
  if (const Piece* piece = std::get_if<Piece>(&one)) text_ += piece->fields.tekst.size();
  parcel_.push_back(std::move(one));
  if (parcel_.size() >= parcel_size || text_ >= parcel_text) hand_over();
}

void FileReader::hand_over() {
  text_ = 0;
  if (!parcel_.empty()) open_ = queue_.push(std::exchange(parcel_, {}));
}

std::string version_of_readers() {
  return fmt::format("{}, {}", reader_version(), fmt::join(installed_converters(), ", "));
}

}  // namespace kamerzoek
