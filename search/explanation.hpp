#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// How a query was read and why a document was found, as plain values; UTF-8. JSON has the names
/// that stand here (explanation_json.hpp). Sentences are Dutch, for people who search; the rest is
/// for those who want to reckon.
namespace kamerzoek {

/// One way in which a word of the query may be in a document.
struct WayReading {
  /// "precies", "vorm", "andere-vorm" (of another word it can be a form of), "verwant",
  /// "samenstelling" (as a part of one), "delen" (it is a compound; its parts apart), "afkorting",
  /// "zinsdeel", "nabij", "begin".
  std::string wijze;
  std::vector<std::string>
      woorden;         ///< folded; of "vorm" to "delen" lemmas; of "begin" the first 20
  double gewicht = 1;  ///< what it counts for, against "vorm"
};

/// A word of the query, a phrase, or a word with a star.
struct WordReading {
  std::string tekst;  ///< as it was typed
  std::string veld;   ///< "titel" or "onderwerp"; empty for all
  std::vector<WayReading> wijzen;
};

struct QueryReading {
  std::string vraag;  ///< as it was understood, with every EN, OF, NIET and parenthesis
  std::vector<std::string> zinnen;
  std::vector<WordReading>
      termen;  ///< what is sought, in the order of the query; not what is excluded
};

struct FieldCount {
  std::string veld;  ///< "titel", "onderwerp", "tekst", "noot", "naam", "bijlage"
  std::size_t aantal = 0;
};

/// One way by which the document was found.
struct HitReason {
  std::string tekst;                  ///< the word of the query
  std::string wijze;                  ///< as in WayReading
  std::vector<std::string> gevonden;  ///< what stands there, most frequent first; five at most
  /// How often where. A long text is read up to 256 KiB; what only stands behind is not counted,
  /// and gives points all the same.
  std::vector<FieldCount> velden;
  double punten = 0;  ///< its share of the score
};

struct HitExplanation {
  std::vector<std::string> zinnen;
  std::vector<HitReason> redenen;
  std::vector<std::string> ontbreekt;  ///< words of the query that the document does not have
  /// The share of the score that is not of single words: how close together they stand, and what
  /// the paper is (prior.hpp).
  double overig = 0;
};

}  // namespace kamerzoek
