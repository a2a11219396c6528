#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/result_page.hpp"

namespace kamerzoek {

/// What somebody may be about to ask for, as plain values; UTF-8 without any markup.
struct Suggestions {
  struct Dossier {
    std::string nummer;  ///< 36600-XXII
    std::string titel;
    std::size_t documenten = 0;
    std::string url;
  };
  struct Term {
    std::string text;           ///< the whole query as it would become
    std::size_t documents = 0;  ///< with all its words as they are written
  };

  std::string query = {};                    ///< as it was given
  std::vector<SearchResult> documents = {};  ///< without score and snippet
  std::vector<Dossier> dossiers = {};
  std::vector<Term> terms = {};
};

}  // namespace kamerzoek
