#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/lexicon/compiled_format.hpp"
#include "corpus/lexicon/lexicon.hpp"

namespace kamerzoek::lexicon {

/// Makes the bytes that Lexicon reads; see compiled_format.hpp.
class LexiconWriter {
 public:
  /// Adds a word, which may not have been added before. Throws std::length_error if something of it
  /// is longer than the format can say: 255 bytes of a word or link, 255 links.
  void add(std::string_view form, const Lexicon::Word& word);

  /// The compiled lexicon of all words added.
  std::string bytes() const;

 private:
  void add_links(std::string_view form, const std::vector<std::string>& links, Link kind);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> offsets_;  ///< by hash
  std::string records_;
};

}  // namespace kamerzoek::lexicon
