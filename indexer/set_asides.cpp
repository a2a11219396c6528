#include "indexer/set_asides.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "corpus/model/digest.hpp"
#include "corpus/model/file_uri.hpp"
#include "corpus/schema/schema.hpp"

namespace kamerzoek {
namespace {

// Paths may be longer than a key.
std::string key_of(const std::string& origin) {
  return schema::set_aside_prefix + sha256(origin);
}

bool exists(const std::string& origin) {
  const auto file = file_named(origin);
  std::error_code error;
  return file && std::filesystem::exists(std::filesystem::path(file->path), error);
}

auto what_is_known(const SetAside& file) {
  return std::tie(file.delen, file.staat, file.lezer, file.gelezen);
}

}  // namespace

SetAsides::SetAsides(const std::map<std::string, std::string>& remembered, std::string reader)
    : reader_(std::move(reader)) {
  for (const auto& [key, value] : remembered) {
    auto file = set_aside_from(value);
    if (!file) continue;
    const std::string origin = file->bestand;
    files_.emplace(origin, *std::move(file));
  }
}

const SetAside* SetAsides::still(const FileIdentity& file) const {
  const auto known = files_.find(file.origin);
  if (known == files_.end() || file.state.empty()) return nullptr;
  const SetAside& aside = known->second;
  const bool is_same = aside.staat == file.state && aside.lezer == reader_;
  return is_same && !aside.gelezen && !aside.delen.empty() ? &aside : nullptr;
}

std::optional<SetAsides::Note> SetAsides::tried(const FileIdentity& file,
                                                std::vector<SetAside::Part> parts, bool is_read) {
  const auto known = files_.find(file.origin);
  if (parts.empty()) {
    if (known == files_.end()) return std::nullopt;
    files_.erase(known);
    return Note{key_of(file.origin), {}};
  }
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  SetAside aside{.bestand = file.origin,
                 .delen = std::move(parts),
                 .staat = file.state,
                 .lezer = reader_,
                 .tijd = fmt::format("{:%FT%TZ}", fmt::gmtime(now)),
                 .gelezen = is_read};
  if (known != files_.end() && what_is_known(known->second) == what_is_known(aside)) {
    return std::nullopt;
  }
  Note note{key_of(file.origin), dump(aside)};
  files_.insert_or_assign(file.origin, std::move(aside));
  return note;
}

std::vector<SetAsides::Note> SetAsides::vanished() const {
  std::vector<Note> notes;
  for (const auto& [origin, file] : files_) {
    if (!exists(origin)) notes.push_back({key_of(origin), {}});
  }
  return notes;
}

}  // namespace kamerzoek
