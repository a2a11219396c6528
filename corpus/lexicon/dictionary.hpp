#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek::lexicon {

/// One entry of a Hunspell dictionary, or a form made of one by its affixes.
struct Entry {
  std::string word;                ///< UTF-8 as it is written
  std::vector<std::string> flags;  ///< two letters each

  bool has(std::string_view flag) const;
};

/// The flags written in one piece, `ZaCc`. A letter left over at the end is dropped.
std::vector<std::string> two_letter_flags(std::string_view text);

/// Opens a file of a dictionary. Throws std::runtime_error, saying which file, what is wrong and
/// what to do, when it is missing, unreadable or empty.
std::ifstream open_dictionary(const std::filesystem::path& file);

/// The entries of a Hunspell dictionary file with two-letter flags, those with the flag `forbidden`
/// left out, and units of measure with a slash (`km\/h`) too. Throws as open_dictionary does, also
/// when no entry is left.
std::vector<Entry> read_dictionary(const std::filesystem::path& file, std::string_view forbidden);

}  // namespace kamerzoek::lexicon
