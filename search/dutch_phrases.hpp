#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Small pieces of Dutch sentences. Any thread; UTF-8.
namespace kamerzoek {

/// ‘woning’
std::string in_quotes(std::string_view text);

/// "‘a’, ‘b’ en ‘c’", of at most `most`; what is more are "nog N".
std::string list_in_quotes(const std::vector<std::string>& texts, std::size_t most = 5);

/// "a, b en c"
std::string enumerated(const std::vector<std::string>& parts);

/// 12.345
std::string grouped(std::size_t number);

/// 12,3
std::string one_decimal(double number);

}  // namespace kamerzoek
