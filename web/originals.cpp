#include "web/originals.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/model/descriptor.hpp"
#include "corpus/model/digest.hpp"
#include "corpus/model/file_uri.hpp"
#include "corpus/model/merge.hpp"
#include "search/address.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

// More than the indexer reads as one file.
constexpr off_t largest_original = off_t{256} << 20;

std::string_view type_of(Source source, bool is_archive, std::string_view name) {
  if (is_archive) return "application/zip";
  switch (source) {
    case Source::official_xml:
      return "application/xml";
    case Source::html:
      return "text/html";  // in whatever set of characters the page says
    case Source::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Source::odt:
      return "application/vnd.oasis.opendocument.text";
    case Source::rtf:
      return "application/rtf";
    case Source::doc:
      return "application/msword";
    case Source::pdf:
      return "application/pdf";
    case Source::opentk:
      if (name.ends_with("html") || name.ends_with("htm")) return "text/html; charset=utf-8";
      [[fallthrough]];
    case Source::text:
      return "text/plain; charset=utf-8";
    case Source::odata:
    case Source::jsonl:
      break;
  }
  return "application/octet-stream";
}

/// The bytes of the file, as they were when it was indexed; nothing when it has become another, so
/// that a name in the index gives access to no more than what the index was made from.
std::optional<std::string> bytes_of(const Original& original) {
  // Whatever has come in the place of the file: a pipe must not make this thread wait.
  const Descriptor file(
      ::open(original.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_size > largest_original) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + read, bytes.size() - read);
    if (got <= 0) return std::nullopt;
    read += static_cast<std::size_t>(got);
  }
  if (sha256(bytes) != original.digest) return std::nullopt;
  return bytes;
}

/// RFC 6266: the name in ASCII for old readers, and as it is.
std::string disposition(const std::string& name) {
  std::string ascii = name;
  std::ranges::replace_if(
      ascii, [](char c) { return c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '%'; }, '_');
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", ascii,
                     percent_encoded(name));
}

Response not_there(const Target& target, std::string why, std::string hint) {
  return problem(target, 404, {ErrorCode::not_found, std::move(why), std::move(hint)});
}

}  // namespace

std::vector<Original> originals_of(const Record& record) {
  std::vector<Original> originals;
  for (const Piece& piece : record.pieces) {
    const auto file = file_named(piece.origin);
    if (piece.withdrawn || piece.digest.empty() || !file) continue;
    if (std::ranges::find(originals, file->path, &Original::path) != originals.end()) continue;
    const std::string name = file->path.substr(file->path.rfind('/') + 1);
    originals.push_back(
        {name, file->path, piece.digest, type_of(piece.source, !file->entry.empty(), name)});
  }
  return originals;
}

std::string original_address(Kind kind, const std::string& id, const Original& file) {
  return address_of(kind, id) + "/origineel/" + percent_encoded(file.name);
}

Response original(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const std::string& named = target.path[target.path.size() - 3];
  const auto linked = searcher.show(named);
  if (!linked) return problem(target, linked.error());
  const auto originals = originals_of(linked->record);
  const auto found = std::ranges::find(originals, target.path.back(), &Original::name);
  const std::string address = address_of(linked->record.kind, id(linked->record));
  if (found == originals.end()) {
    return not_there(target, "dit document heeft geen bestand met deze naam",
                     "kijk op " + address + " welke bestanden er zijn");
  }
  std::string own = original_address(linked->record.kind, id(linked->record), *found);
  if (target.encoded_path() != own) return redirect(301, std::move(own));
  auto bytes = bytes_of(*found);
  if (!bytes) {
    return not_there(target, "het bestand is niet meer wat het was toen het werd geïndexeerd",
                     "de tekst ervan staat op " + address);
  }
  return {.type = std::string(found->type),
          .body = *std::move(bytes),
          .headers = {{"Content-Disposition", disposition(found->name)}}};
}

}  // namespace kamerzoek::web
