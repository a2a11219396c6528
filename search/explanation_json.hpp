#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/explanation.hpp"

namespace kamerzoek {

/// {"vraag","zinnen":[…],"termen":[{"tekst","veld","wijzen":[{"wijze","woorden":[…],"gewicht"}]}]}
nlohmann::ordered_json to_json(const QueryReading& reading);

/// {"zinnen":[…],"redenen":[{"tekst","wijze","gevonden":[…],"velden":[{"veld","aantal"}],"punten"}],
/// "ontbreekt":[…],"overig"}
nlohmann::ordered_json to_json(const HitExplanation& explanation);

}  // namespace kamerzoek
