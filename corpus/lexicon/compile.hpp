#pragma once

#include <filesystem>
#include <string>

namespace kamerzoek::lexicon {

/// Where the dictionaries are.
struct DictionaryFiles {
  std::filesystem::path affixes;  ///< of Hunspell, `nl.aff`
  std::filesystem::path entries;  ///< of Hunspell, `nl.dic`
  std::filesystem::path list;     ///< a word a line
};

/// The lexicon of all words of the dictionaries, as LexiconWriter makes it: the same files make the
/// same bytes. Throws std::runtime_error, saying what is wrong with which file.
std::string compile(const DictionaryFiles& files);

/// Replaces the file as a whole or not at all. Throws std::runtime_error when it cannot be written,
/// and leaves what was there.
void write_whole(const std::filesystem::path& file, const std::string& bytes);

}  // namespace kamerzoek::lexicon
