#include "indexer/sync/intake.hpp"

#include <algorithm>
#include <utility>

#include "corpus/formats/odata.hpp"

namespace kamerzoek::sync {
namespace {

/// "Document/<guid>/Zaak" is what a document's record says of its zaken.
bool is_relation(const Piece& piece) {
  return std::ranges::count(piece.name, '/') == 2;
}

/// Empty for a piece that is not a document's own record.
std::string document_guid(const Piece& piece) {
  constexpr std::string_view prefix = "Document/";
  return piece.name.starts_with(prefix) && !is_relation(piece) ? piece.name.substr(prefix.size())
                                                               : std::string{};
}

}  // namespace

Result<IndexWriter*> Intake::writer() {
  if (!writer_) {
    auto opened = IndexWriter::open(dir_);
    if (!opened) return tl::unexpected(opened.error());
    writer_.emplace(*std::move(opened));
  }
  return &*writer_;
}

Result<void> Intake::take_page(const std::string& body, const std::string& where,
                               const std::string& shown_since) {
  Result<void> done;
  const Sink sink{
      [&](Piece piece) {
        if (is_relation(piece)) piece.stamp = std::max(piece.stamp, shown_since);
        if (done) done = take(std::move(piece));
      },
      [&](const std::string& place, const Error& why) { skip(where + ", " + place, why); }};
  if (auto read = read_odata({body, {}}, sink); !read) skip(where, read.error());
  return done;
}

Result<void> Intake::take(Piece piece) {
  const std::string guid = document_guid(piece);
  const auto change = put(std::move(piece));
  if (!change) return tl::unexpected(change.error());
  if (!guid.empty() && *change != Change::none) documents_.push_back(guid);
  return {};
}

Result<Change> Intake::put(Piece piece) {
  auto writer = this->writer();
  if (!writer) return tl::unexpected(writer.error());
  auto change = (*writer)->put(std::move(piece));
  if (!change) return change;
  count(*change, report_);
  if (*change != Change::none) changed_ = true;
  return change;
}

void Intake::skip(const std::string& where, const Error& why) {
  ++report_.skipped;
  skipped_(where, why);
}

Result<void> Intake::remember(const std::string& key, const std::string& value) {
  std::string& kept = kept_[key];
  if (kept == value) return {};
  auto writer = this->writer();
  if (!writer) return tl::unexpected(writer.error());
  (*writer)->remember(key, value);
  kept = value;
  changed_ = true;
  return {};
}

Result<std::map<std::string, std::string>> Intake::remembered(const std::string& prefix) {
  auto writer = this->writer();
  if (!writer) return tl::unexpected(writer.error());
  auto found = (*writer)->remembered(prefix);
  if (!found) return found;
  std::map<std::string, std::string> values;
  for (auto& [key, value] : *found) {
    values[key.substr(prefix.size())] = value;
    kept_[key] = value;
  }
  return values;
}

Result<void> Intake::commit() {
  Result<void> done;
  if (writer_ && changed_) done = writer_->commit();
  writer_.reset();
  changed_ = false;
  return done;
}

void Intake::forget() {
  writer_.reset();
  kept_.clear();
  changed_ = false;
}

}  // namespace kamerzoek::sync
