#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// The first date written out in Dutch ("Den Haag, 12 juni 2025", "Donderdag 5 april 2018",
/// "3december 2024") as ISO 8601: "2025-06-12". Empty where there is none; linear in the text.
std::string dutch_date_in(std::string_view text);

/// The ISO date at the front of "2025-06-12" or "2025-06-12T00:00:00"; empty where it is none.
std::string iso_date_of(std::string_view text);

/// The number of the month ("juni", "Juni", "jun") as two digits; empty where it is none.
std::string_view dutch_month(std::string_view word);

}  // namespace kamerzoek
