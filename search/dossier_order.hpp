#pragma once

#include <vector>

#include "search/dossier_page.hpp"

namespace kamerzoek {

/// By volgnummer: letters (the Eerste Kamer's, and stages of a bill) before numbers, A before B
/// before AA; then numbers by value; then what follows a number (17-b1), the date and the id.
std::vector<SearchResult> in_dossier_order(std::vector<SearchResult> documents);

/// What is missing from documents in that order.
std::vector<Gap> gaps_between(const std::vector<SearchResult>& in_order);

/// Numbered parts (21501-02) before chapters of the budget by value (IIA before IX before XII)
/// before the rest by letter. Both are of one dossier.
bool comes_before(const DossierNumber& one, const DossierNumber& other);

}  // namespace kamerzoek
