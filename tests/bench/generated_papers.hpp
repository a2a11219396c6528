#pragma once

#include <filesystem>
#include <vector>

namespace kamerzoek {

/// A letter of two pages and a report of 300, each as Word and as PDF file, in a folder that goes
/// when this does. Their words are drawn from the plain texts of the sample corpus; they are as
/// plain as files can be: no pictures, no fonts of their own.
class GeneratedPapers {
 public:
  explicit GeneratedPapers(const std::filesystem::path& samples);
  GeneratedPapers(const GeneratedPapers&) = delete;
  GeneratedPapers& operator=(const GeneratedPapers&) = delete;
  ~GeneratedPapers();

  const std::vector<std::filesystem::path>& paths() const { return paths_; }

 private:
  std::filesystem::path folder_;
  std::vector<std::filesystem::path> paths_;
};

}  // namespace kamerzoek
