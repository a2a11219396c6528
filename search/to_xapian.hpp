#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/model/result.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/columns.hpp"
#include "search/deadline.hpp"
#include "search/query.hpp"
#include "search/word_query.hpp"

namespace kamerzoek {

/// A query as Xapian runs it.
struct XapianQuery {
  Xapian::Query all;  ///< every word wanted
  /// Any of the words, with the same filters; none where it would be the same question.
  std::optional<Xapian::Query> some;
  /// What counts for more when words of the query stand close together; may be empty.
  Xapian::Query close;
  Sought sought;
  std::vector<SoughtWord> cut;  ///< wildcards of which words were left out
};

/// Translates for this database: wildcards are bounded by its vocabulary, abbreviations are those
/// that its documents define. Fails for a value that a field cannot have; throws what Xapian
/// throws, and DeadlinePassed.
Result<XapianQuery> to_xapian(const Query& query, Analyzer& analyzer,
                              const Xapian::Database& database, const Columns& columns,
                              const Deadline& deadline);

/// The filter on dates, both YYYYMMDD and inclusive; empty for open.
Xapian::Query date_filter(const std::string& from, const std::string& until);

/// The filter of a field that says yes or no (soort, dossier, zaak, indiener, commissie, jaar,
/// verwijst, bijlage-bij).
Result<Xapian::Query> field_filter(QueryField field, std::string_view value, Analyzer& analyzer,
                                   const Columns& columns);

}  // namespace kamerzoek
