#include "indexer/scan.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unicode/utf8.h>

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

/// Length of the valid, printable character at `at`; 0 when there is none.
std::size_t printable_length(const std::string& text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto length = static_cast<std::int32_t>(text.size() - at);
  std::int32_t next = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, next, length, c);
  return c < 0x20 || (c >= 0x7f && c < 0xa0) ? 0 : static_cast<std::size_t>(next);
}

bool is_printable(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = printable_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// What a folder is, whatever it is called.
using FolderId = std::pair<dev_t, ino_t>;

class Scan {
 public:
  explicit Scan(const ScanSink& sink) : sink_(sink) {}

  void visit(const fs::path& path) {
    if (!is_printable(path.filename().string())) {
      return problem(path, "de naam is geen UTF-8 of bevat stuurtekens",
                     "geef het bestand een andere naam");
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      const std::error_code why(errno, std::generic_category());
      return problem(path, why.message());
    }
    if (S_ISREG(status.st_mode)) return sink_.file(path);
    if (!S_ISDIR(status.st_mode)) return problem(path, "geen gewoon bestand");
    visit_folder(path, {status.st_dev, status.st_ino});
  }

 private:
  void visit_folder(const fs::path& path, FolderId folder) {
    if (std::ranges::find(above_, folder) != above_.end()) {
      return problem(path, "een koppeling die in een kring loopt");
    }
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      entries.push_back(at->path());
    }
    if (error) problem(path, error.message());
    std::ranges::sort(entries);
    above_.push_back(folder);
    for (const fs::path& entry : entries) visit(entry);
    above_.pop_back();
  }

  void problem(const fs::path& path, std::string why, std::string hint = {}) {
    sink_.problem(path, Error{ErrorCode::unreadable, std::move(why), std::move(hint)});
  }

  const ScanSink& sink_;
  std::vector<FolderId> above_;
};

}  // namespace

std::string printable(const fs::path& path) {
  const std::string raw = path.string();
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    if (const std::size_t length = printable_length(raw, at); length > 0) {
      out.append(raw, at, length);
      at += length;
    } else {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(raw[at]));
      ++at;
    }
  }
  return out;
}

void scan(const fs::path& path, const ScanSink& sink) {
  Scan(sink).visit(path);
}

}  // namespace kamerzoek
