#pragma once

#include <string>
#include <string_view>

namespace kamerzoek::schema {

/// The value of `Label::annex_title`. A letter may list its annexes by title alone, and an annex
/// not say what it belongs to; they are of one day. `date` is ISO 8601, `title` folded UTF-8, of
/// which the first part counts. Empty when either is.
std::string annex_title(std::string_view date, std::string_view title);

}  // namespace kamerzoek::schema
