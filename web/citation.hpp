#pragma once

#include <string>

#include "corpus/model/record.hpp"

namespace kamerzoek::web {

/// How lawyers cite a paper of parliament (Leidraad voor juridische auteurs): "Kamerstukken II
/// 2024/25, 34682, nr. 228", "Aanhangsel Handelingen II 2024/25, nr. 100", "Handelingen II 2024/25,
/// nr. 20, item 3"; a paper that is not officially published by what it is, its date and number.
/// Where the source names no vergaderjaar it is that of the date. `id` is that of the record.
std::string cited_as(const Fields& fields, const std::string& id);

}  // namespace kamerzoek::web
