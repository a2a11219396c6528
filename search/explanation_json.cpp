#include "search/explanation_json.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace kamerzoek {

using nlohmann::ordered_json;

ordered_json to_json(const QueryReading& reading) {
  ordered_json words = ordered_json::array();
  for (const WordReading& word : reading.termen) {
    ordered_json ways = ordered_json::array();
    for (const WayReading& way : word.wijzen) {
      ways.push_back({{"wijze", way.wijze}, {"woorden", way.woorden}, {"gewicht", way.gewicht}});
    }
    words.push_back({{"tekst", word.tekst}, {"veld", word.veld}, {"wijzen", std::move(ways)}});
  }
  return {{"vraag", reading.vraag}, {"zinnen", reading.zinnen}, {"termen", std::move(words)}};
}

ordered_json to_json(const HitExplanation& explanation) {
  ordered_json reasons = ordered_json::array();
  for (const HitReason& reason : explanation.redenen) {
    ordered_json fields = ordered_json::array();
    for (const FieldCount& field : reason.velden) {
      fields.push_back({{"veld", field.veld}, {"aantal", field.aantal}});
    }
    reasons.push_back({{"tekst", reason.tekst},
                       {"wijze", reason.wijze},
                       {"gevonden", reason.gevonden},
                       {"velden", std::move(fields)},
                       {"punten", reason.punten}});
  }
  return {{"zinnen", explanation.zinnen},
          {"redenen", std::move(reasons)},
          {"ontbreekt", explanation.ontbreekt},
          {"overig", explanation.overig}};
}

}  // namespace kamerzoek
