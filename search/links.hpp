#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/references/citations.hpp"
#include "search/result_page.hpp"

/// How one paper is tied to others, as plain values; UTF-8.
namespace kamerzoek {

struct Link {
  /// From where it is known.
  enum class Basis {
    metadata,  ///< the Tweede Kamer's data say so
    marked,    ///< its source marked the citation
    found,     ///< its words name the paper
  };

  /// What a citation does ("verwijst", "vervangt", "voert-uit", "vervult-toezegging",
  /// "beantwoordt"), or what the other paper is to this one: "bijlage", "bijlage-bij", "antwoord",
  /// "vraag", "uitstel", "wetsvoorstel", "bij-wetsvoorstel", "zelfde-zaak".
  std::string relation;
  Basis basis = Basis::found;
  bool held = false;
  /// Without score and snippet. Of a paper that is not held only `id`, and as `url` the address
  /// where it is officially published, if it has one.
  SearchResult paper;
  std::string sentence;  ///< in which the citing paper names the cited one; empty where unknown
  std::string note;      ///< the note that names it; empty for other places
};

struct Links {
  std::vector<Link> cites;         ///< each paper once, as they stand in the text
  std::vector<Link> cited_by;      ///< each paper once; what does more than cite first, then new
  std::size_t cited_by_total = 0;  ///< where there are more than `cited_by` lists
  std::vector<Link> related;       ///< by metadata
  /// Where its own text cites, of a paper that is held; `cites` was made of them.
  std::vector<Citation> citations;
};

/// "metadata", "gemarkeerd", "tekst".
std::string_view name_of(Link::Basis basis);

}  // namespace kamerzoek
