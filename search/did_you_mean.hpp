#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include <xapian.h>

#include "corpus/text/analyzer.hpp"
#include "search/shared_vocabulary.hpp"

namespace kamerzoek {

/// How many documents answer a query, with all its words and the filters beside it.
using CountDocuments = std::function<std::size_t(const std::string& query)>;

/// The query as it was probably meant: words that no document has, or hardly any, replaced by words
/// of the index (correction.hpp), and what was written as one word or as several mended (`opzee`,
/// `woning bouw`). All else stays as it was typed: operators, quotes, fields; also words that are
/// not wanted, numbers and identifiers. Nothing where it would not find ten times as much. For
/// queries that find little: it takes milliseconds, and counts a handful of times. The vocabulary
/// is asked for only where something is found by no document, or a word by hardly any. UTF-8.
/// Throws what Xapian and `count` throw.
std::optional<std::string> did_you_mean(const std::string& query, SharedVocabulary& vocabulary,
                                        Analyzer& analyzer, const Xapian::Database& database,
                                        const CountDocuments& count);

}  // namespace kamerzoek
