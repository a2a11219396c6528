#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// How a Dutch page writes dates, numbers and kamerstukken. What cannot be read is given back as
/// it is: a page shows what the source says rather than nothing.
namespace kamerzoek::web {

struct CalendarDate {
  unsigned year;
  unsigned month;  ///< 1 to 12
  unsigned day;    ///< as it is written
};

/// Reads the date of 2025-06-12 or 2025-06-12T10:13; nothing for what is none.
std::optional<CalendarDate> calendar_date(std::string_view iso);

/// "juni" for 6.
std::string_view month_name(unsigned month);

/// 2025-06-12.
std::string iso_date(const std::chrono::year_month_day& day);

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

/// "nrs. 4–9 niet aanwezig", "nr. 5 niet aanwezig".
std::string gap_label(unsigned first, unsigned last);

}  // namespace kamerzoek::web
