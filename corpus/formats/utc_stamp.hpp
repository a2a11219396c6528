#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// An ISO 8601 date and time ("2025-06-12T13:03:10.49+02:00", the seconds, up to nine digits of
/// their fraction and the offset optional, a space for the T allowed) as
/// "2025-06-12T11:03:10.4900000Z": always of the same form, so that comparing bytes compares time.
/// A time without offset is taken as UTC. Empty for anything else.
std::string utc_stamp(std::string_view text);

/// The date that ISO 8601 text begins with, as written; empty where there is none. The year 0001 is
/// what .NET writes for "not known", and is no date.
std::string iso_date(std::string_view text);

/// Date and time to the minute, as written and without offset: "2025-06-17T15:45". The date alone
/// where the text has no time.
std::string iso_minute(std::string_view text);

}  // namespace kamerzoek
