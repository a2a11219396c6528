#pragma once

#include <cstddef>
#include <string>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "corpus/schema/stored_record.hpp"

/// Where in its document a passage stands, by what the source marked. `at` is a byte of the text.
namespace kamerzoek {

/// The heading under which it stands, on one line and cut at a word; empty where there is none
/// before it. Fails where the index is damaged.
Result<std::string> heading_before(const schema::LongText& text, std::size_t at);

/// The number of its page; empty where the source knows of none.
std::string page_at(const schema::LongText& text, std::size_t at);
std::string page_at(const Fields& fields, std::size_t at);

}  // namespace kamerzoek
