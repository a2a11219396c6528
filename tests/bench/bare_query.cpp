#include "tests/bench/bare_query.hpp"

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "search/bm25.hpp"
#include "search/database.hpp"
#include "search/prior.hpp"
#include "search/to_xapian.hpp"
#include "tests/bench/stopwatch.hpp"

namespace kamerzoek::bench {

BareQuery::BareQuery(const std::string& index)
    : database_(schema::current(index).string()),
      columns_(database_),
      never_(std::chrono::milliseconds(0)) {}

Xapian::Query BareQuery::documents_with(const Xapian::Query& words, const Xapian::Query& close,
                                        Sort sort) {
  Xapian::Query query = words;
  if (sort == Sort::relevantie) {
    if (!close.empty()) query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, close);
    query = with_prior(query, columns_);
  }
  const Xapian::Query documents(label_term(schema::Label::kind, name_of(Kind::document)));
  return Xapian::Query(Xapian::Query::OP_FILTER, query, documents);
}

double BareQuery::time(const SearchRequest& request) {
  const auto parsed = parse_query(request.query).value();
  const auto query = to_xapian(parsed, analyzer_, database_, columns_, never_).value();
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Bm25::of_documents(database_));
  if (request.sort == Sort::nieuwste) enquire.set_sort_by_value(schema::datum, true);
  const auto offset = static_cast<Xapian::doccount>(request.offset);
  const auto limit = static_cast<Xapian::doccount>(request.limit);
  return processor_time([&] {
    enquire.set_query(documents_with(query.all, query.close, request.sort));
    const bool are_enough = enquire.get_mset(offset, limit).size() == limit;
    if (are_enough || !query.some) return;
    enquire.set_query(documents_with(*query.some, {}, request.sort));
    enquire.get_mset(offset, limit);
  });
}

}  // namespace kamerzoek::bench
