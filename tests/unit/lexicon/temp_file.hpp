#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace kamerzoek::lexicon {

/// A file with the given text, gone when this is.
class TempFile {
 public:
  explicit TempFile(std::string_view text) : path_(fresh_path()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~TempFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  static std::filesystem::path fresh_path() {
    static std::atomic<int> made = 0;
    return std::filesystem::temp_directory_path() /
           ("kamerzoek-lexicon-" + std::to_string(getpid()) + "-" + std::to_string(made++));
  }

  std::filesystem::path path_;
};

}  // namespace kamerzoek::lexicon
