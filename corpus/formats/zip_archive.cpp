#include "corpus/formats/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t chunk_size = std::size_t{64} << 10;
constexpr std::size_t megabyte = std::size_t{1} << 20;
constexpr std::size_t longest_shown = 80;
constexpr std::string_view fetch_again = "haal het opnieuw op, of maak het opnieuw";
constexpr std::string_view unpack_yourself =
    "vertrouwt u het bestand, pak het dan zelf uit en indexeer de map";

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// What stands in an error is a message for a terminal and a page.
std::string shown(std::string_view name) {
  std::string text(shortened(name.substr(0, first_invalid_utf8(name)), longest_shown));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return text;
}

Error refused(std::string_view name, std::string_view why, std::string_view hint = {}) {
  return {ErrorCode::unreadable, fmt::format("'{}' in het zip-bestand {}", shown(name), why),
          std::string(hint)};
}

std::string_view reason_of(const zip_error_t& error) {
  switch (error.zip_err) {
    case ZIP_ER_NOZIP:
      return "dit is geen zip-bestand, of het einde ontbreekt";
    case ZIP_ER_INCONS:
      return "de inhoudsopgave klopt niet";
    case ZIP_ER_MULTIDISK:
      return "een van de delen van een gesplitst zip-bestand";
    case ZIP_ER_MEMORY:
      return "geen geheugen om het te lezen";
    default:
      return "beschadigd";
  }
}

// Unix keeps the kind of file in the upper half of the attributes.
bool is_ordinary_file(zip* archive, std::size_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  const auto kind = (attributes >> 16) & S_IFMT;
  return system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG;
}

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

std::string zip_library() {
  return std::string("libzip ") + zip_libzip_version();
}

bool is_safe_entry_name(std::string_view name) {
  if (name.empty() || name.front() == '/') return false;
  for (const char c : name) {
    if (c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    if (name.substr(0, end) == "..") return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
  // libzip takes a file of no bytes for a new archive.
  if (bytes.empty()) return failure(ErrorCode::unreadable, "het zip-bestand is leeg");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    const std::string_view reason = reason_of(error);
    zip_error_fini(&error);
    return failure(ErrorCode::unreadable,
                   fmt::format("het zip-bestand is niet te lezen: {}", reason),
                   std::string(fetch_again));
  }
  zip_error_fini(&error);
  std::unique_ptr<zip, Discard> owner(archive);
  const zip_int64_t entries = zip_get_num_entries(archive, 0);
  if (std::cmp_greater(entries, limits.entries)) {
    return failure(ErrorCode::unreadable,
                   fmt::format("het zip-bestand bevat {} bestanden, meer dan de {} die hier "
                               "worden gelezen",
                               entries, limits.entries),
                   "pak het uit en indexeer de map");
  }
  return ZipArchive(owner.release(), limits);
}

ZipArchive::ZipArchive(zip* archive, const ZipLimits& limits) : archive_(archive), limits_(limits) {
  const zip_int64_t entries = zip_get_num_entries(archive, 0);
  for (zip_uint64_t i = 0; std::cmp_less(i, entries); ++i) {
    const char* name = zip_get_name(archive, i, 0);
    names_.emplace_back(name == nullptr ? "" : name);
  }
}

std::optional<Error> ZipArchive::why_refused(std::size_t entry) const {
  const std::string& name = names_[entry];
  if (!is_safe_entry_name(name)) return refused(name, "heeft een naam die buiten de map wijst");
  if (!is_ordinary_file(archive_.get(), entry)) return refused(name, "is geen gewoon bestand");
  zip_stat_t status;
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(archive_.get(), entry, 0, &status) != 0 || (status.valid & needed) != needed) {
    return refused(name, "is beschadigd", fetch_again);
  }
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    return refused(name, "is versleuteld", "pak het met het wachtwoord uit en indexeer de map");
  }
  // Other methods take dictionaries as large as the file says.
  if (status.comp_method != ZIP_CM_STORE && status.comp_method != ZIP_CM_DEFLATE) {
    return refused(name,
                   fmt::format("is ingepakt op een manier die hier niet wordt gelezen ({})",
                               status.comp_method),
                   unpack_yourself);
  }
  if (status.size > most_of(status.comp_size)) {
    return refused(
        name,
        fmt::format("zou uitgepakt {} MB worden, meer dan is toegestaan", status.size / megabyte),
        unpack_yourself);
  }
  return std::nullopt;
}

std::size_t ZipArchive::most_of(std::size_t packed) const {
  const std::size_t most = std::min(limits_.entry_bytes, limits_.total_bytes - unpacked_);
  if (packed > most / limits_.ratio) return most;
  return std::min(most, std::max(limits_.ratio_from, packed * limits_.ratio));
}

Result<std::string> ZipArchive::read(std::string_view name) {
  const auto found = std::ranges::find(names_, name);
  if (found == names_.end()) return tl::unexpected(refused(name, "is er niet"));
  return read(static_cast<std::size_t>(found - names_.begin()));
}

Result<std::string> ZipArchive::read(std::size_t entry) {
  if (auto error = why_refused(entry)) return tl::unexpected(*std::move(error));
  const auto fails = [&](std::string_view why, std::string_view hint = fetch_again) {
    return tl::unexpected(refused(names_[entry], why, hint));
  };
  zip_stat_t status;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), entry, 0));
  if (!file || zip_stat_index(archive_.get(), entry, 0, &status) != 0)
    return fails("is beschadigd");
  // What the directory says of the size is a promise of whoever made the file.
  const std::size_t most = most_of(status.comp_size);
  std::string bytes;
  std::array<char, chunk_size> chunk;
  zip_int64_t got = 0;
  while (bytes.size() <= most && (got = zip_fread(file.get(), chunk.data(), chunk.size())) > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  unpacked_ += std::min(bytes.size(), most);
  if (bytes.size() > most)
    return fails("wordt uitgepakt groter dan is toegestaan", unpack_yourself);
  if (got < 0) return fails("is beschadigd");
  return bytes;
}

}  // namespace kamerzoek
