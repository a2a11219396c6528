#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/model/identifiers.hpp"
#include "search/explanation.hpp"

/// The answer to a search, as plain values; UTF-8 without any markup.
namespace kamerzoek {

enum class Sort { relevantie, nieuwste, oudste };

struct SearchRequest {
  std::string query = {};
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::relevantie;
  // Filters besides those in the query; empty for none. `van` and `tot` as people write dates.
  std::string soort = {};
  std::string dossier = {};
  std::string indiener = {};
  std::string commissie = {};
  std::string van = {};
  std::string tot = {};
  /// After which the search is given up; 0 for never.
  std::chrono::milliseconds time_limit{0};
  bool explain = false;  ///< also how the query was read, and why each result is one
};

/// The bytes [begin, end) of a text; they are whole characters.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextSpan&) const = default;
};

struct SnippetPart {
  std::string text;
  bool match = false;

  bool operator==(const SnippetPart&) const = default;
};
using Snippet = std::vector<SnippetPart>;

/// One document in a list of results or of a dossier.
struct SearchResult {
  std::string id;
  std::string documentNummer;
  std::string soort;
  std::string titel;
  std::string onderwerp;
  std::string datum;
  std::string dossier;  ///< 36600-XXII; empty for none
  std::string volgnummer;
  std::string url;
  /// Names of who submitted or signed it, as written; empty in lists of a dossier
  /// or of links.
  std::vector<std::string> indieners = {};
  double score = 0;
  Snippet snippet;
  std::string kop;       ///< the heading over the passage of the snippet; empty where none is known
  std::string pagina;    ///< the number of its page; likewise
  std::size_t noot = 0;  ///< of a passage in a note: the note's place among them, from 1; else 0
  std::string nootNummer;                ///< by which the text points to that note
  std::optional<HitExplanation> uitleg;  ///< only when asked for
};

struct FacetValue {
  std::string value;
  std::size_t count = 0;
  std::string titel = {};  ///< of a dossier; empty where no document says it, and for other facets
};
using Facet = std::vector<FacetValue>;  ///< most frequent first, then by value

struct Facets {
  Facet soort;
  Facet dossier;
  Facet jaar;  ///< all of them, the latest first
  Facet indiener;
  Facet commissie;  ///< of the zaken that a document belongs to
};

/// How many documents are of a month.
struct MonthCount {
  unsigned year = 0;
  unsigned month = 0;  ///< 1 to 12
  std::size_t count = 0;

  bool operator==(const MonthCount&) const = default;
};

struct ResultPage {
  SearchRequest request;
  std::size_t total = 0;  ///< exact
  bool partial = false;   ///< documents with only some of the words are among them
  std::vector<SearchResult> results;
  Facets facets;                   ///< over all matches
  std::vector<MonthCount> months;  ///< the same, the earliest first; only those with documents
  std::vector<std::string> notes;  ///< what a reader must know of the answer, in Dutch; mostly none
  std::optional<QueryReading> uitleg;          ///< only when asked for
  std::optional<std::string> suggestion = {};  ///< the query as it was probably meant
};

}  // namespace kamerzoek
