#include "corpus/lexicon/dictionary.hpp"

#include <algorithm>
#include <stdexcept>

namespace kamerzoek::lexicon {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw std::runtime_error(file.string() + " " + what +
                           ": install hunspell-nl and wdutch (scripts/setup does)");
}

}  // namespace

bool Entry::has(std::string_view flag) const {
  return std::ranges::find(flags, flag) != flags.end();
}

std::vector<std::string> two_letter_flags(std::string_view text) {
  std::vector<std::string> flags;
  for (std::size_t at = 0; at + 2 <= text.size(); at += 2) flags.emplace_back(text.substr(at, 2));
  return flags;
}

std::ifstream open_dictionary(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) refuse(file, "is missing");
  if (!std::filesystem::is_regular_file(file, error)) refuse(file, "is no file");
  std::ifstream in(file);
  if (!in) refuse(file, "cannot be read");
  if (in.peek() == std::ifstream::traits_type::eof()) refuse(file, "is empty");
  return in;
}

std::vector<Entry> read_dictionary(const std::filesystem::path& file, std::string_view forbidden) {
  std::ifstream in = open_dictionary(file);
  std::vector<Entry> entries;
  std::string line;
  std::getline(in, line);  // their number
  while (std::getline(in, line)) {
    line = line.substr(0, line.find_first_of("\t\r"));
    // A slash that belongs to the word is written "\/".
    if (line.empty() || line.find('\\') != line.npos) continue;
    const std::size_t slash = line.find('/');
    Entry entry{line.substr(0, slash), {}};
    if (slash != line.npos)
      entry.flags = two_letter_flags(std::string_view(line).substr(slash + 1));
    if (!entry.has(forbidden)) entries.push_back(std::move(entry));
  }
  if (entries.empty()) refuse(file, "has no entries");
  return entries;
}

}  // namespace kamerzoek::lexicon
