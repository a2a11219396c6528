#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How a Dutch page writes dates, numbers and kamerstukken. What cannot be read is given back as
/// it is: a page shows what the source says rather than nothing.
namespace kamerzoek::web {

/// "12 juni 2025" for 2025-06-12; a time behind it is left out.
std::string dutch_date(std::string_view iso);

/// "17 juni 2025, 15.45 uur" for 2025-06-17T15:45.
std::string dutch_moment(std::string_view iso);

/// "1.234".
std::string dutch_number(std::size_t number);

/// "1.234 documenten", "1 document".
std::string document_count(std::size_t number);

/// "36 600 XXII" for 36600-XXII, "21 501-02" for 21501-02.
std::string dossier_label(std::string_view number);

/// "34 682, nr. 228", "35 420, T"; without a volgnummer the dossier alone.
std::string kamerstuk_label(std::string_view dossier, std::string_view volgnummer);

/// "1–5, 9, 12–222" for numbers in ascending order.
std::string number_ranges(const std::vector<std::string>& numbers);

}  // namespace kamerzoek::web
