#pragma once

#include <optional>
#include <set>
#include <string>

#include <xapian.h>

#include "corpus/model/result.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/query.hpp"

namespace kamerzoek {

/// What a query looks for in a text: by which a snippet marks what matched.
struct SoughtTerms {
  std::set<std::string, std::less<>> exact;
  std::set<std::string, std::less<>> stems;
  std::set<std::string, std::less<>> beginnings;  ///< of wildcards

  bool matches(const Token& token) const;
};

/// A query as Xapian runs it.
struct XapianQuery {
  Xapian::Query all;  ///< every word wanted
  /// Any of the words, with the same filters; none where it would be the same question.
  std::optional<Xapian::Query> some;
  SoughtTerms sought;
};

/// Translates for this database (wildcards are bounded by its vocabulary). Fails for a value that
/// a field cannot have.
Result<XapianQuery> to_xapian(const Query& query, Analyzer& analyzer);

/// The filter on dates, both YYYYMMDD and inclusive; empty for open.
Xapian::Query date_filter(const std::string& from, const std::string& until);

/// The filter of a boolean field (soort, dossier, zaak, indiener, jaar, verwijst, bijlage-bij).
Result<Xapian::Query> label_filter(QueryField field, std::string_view value, Analyzer& analyzer);

}  // namespace kamerzoek
