#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "search/result_page.hpp"

/// The one place that writes to the terminal.
namespace kamerzoek::cli {

/// Text from documents as a terminal may have it: control characters (an escape sequence in a
/// title must not command the terminal) become U+FFFD; '\n' stays.
std::string harmless(std::string_view text);

void print(std::string_view line);                     ///< a line of the result, to standard output
void print_json(const nlohmann::ordered_json& value);  ///< on one line, to standard output
void print_error(std::string_view what);               ///< "kamerzoek: …", to standard error
void print_note(std::string_view what);                ///< to standard error

/// Standard output or error is a terminal.
bool is_terminal(int descriptor);

/// "12 juni 2025" for 2025-06-12; what is no date as it is.
std::string dutch_date(std::string_view iso);

/// A document in a list, on two lines; below them its snippet and explanation, as far as there are.
void print_result(const SearchResult& result);

/// A label and its value, when there is one.
void print_field(std::string_view label, std::string_view value);

}  // namespace kamerzoek::cli
