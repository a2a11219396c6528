#include <algorithm>

#include "corpus/letters/fold.hpp"
#include "search/query.hpp"
#include "search/query_lexer.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;
using QueryKind = Query::Kind;

namespace {

std::size_t clauses = 0;

void check_shape(const Query& query, const Query* parent) {
  const std::size_t parts = query.parts.size();
  switch (query.kind) {
    case QueryKind::everything:
      require(parent == nullptr && parts == 0, "'everything' stands alone");
      break;
    case QueryKind::words:
    case QueryKind::phrase:
    case QueryKind::field:
    case QueryKind::wildcard:
      require(parts == 0, "a leaf has no parts");
      ++clauses;
      break;
    case QueryKind::all:
    case QueryKind::any:
      require(parts > 0, "a combination has parts");
      break;
    case QueryKind::near:
      require(parts == 2 && query.distance >= 1, "NABIJ has two sides and a distance");
      break;
    case QueryKind::negated:
      require(parts == 1, "NIET has one part");
      require(parent == nullptr || parent->kind == QueryKind::all, "NIET stands inside 'all' only");
      break;
  }
}

void check_tree(const Query& query, const Query* parent, std::size_t depth, std::size_t length) {
  require(depth <= 3 * deepest_query, "a query is no deeper than its limit allows");
  require(query.position <= length + 1, "a position lies in the query");
  check_shape(query, parent);
  for (const Query& part : query.parts) check_tree(part, &query, depth + 1, length);
}

void check_date(std::string_view text) {
  for (const bool end : {false, true}) {
    const auto date = parse_date(text, end);
    if (!date) {
      fuzz::check(date.error());
      continue;
    }
    require(date->size() == 8 &&
                std::ranges::all_of(*date, [](char c) { return c >= '0' && c <= '9'; }),
            "a date is YYYYMMDD");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  check_date(text);
  const auto query = parse_query(text);
  if (!query) {
    fuzz::check(query.error());
    require(query.error().code == ErrorCode::bad_query, "a query that is refused is a bad query");
    return 0;
  }
  clauses = 0;
  // Each broken byte counts as the one sign it is shown as.
  check_tree(*query, nullptr, 0, code_points(repaired_utf8(text)));
  require(clauses <= most_clauses, "a query has no more clauses than its limit");
  return 0;
}
