#include "search/matches.hpp"

#include <algorithm>

#include "corpus/references/spelling.hpp"
#include "search/bm25.hpp"
#include "search/column_filter.hpp"
#include "search/database.hpp"
#include "search/order.hpp"
#include "search/prior.hpp"

namespace kamerzoek {
namespace {

// Below this many documents with all words, those with some of them follow.
constexpr std::size_t enough = 10;
// Lifts documents with all words above those with some; no sum of word weights comes near it.
constexpr double all_words_bonus = 1e6;
// Lifts the document that is asked for by its name above them all.
constexpr double named_bonus = 1e7;

Xapian::Query within(const Xapian::Query& query, const Xapian::Query& filter) {
  return Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
}

/// So much for what `query` finds.
Xapian::Query bonus(double weight, const Xapian::Query& query) {
  return within(Xapian::Query((new Xapian::FixedWeightPostingSource(weight))->release()), query);
}

/// For Xapian to look at: not only as many as it shows.
Xapian::doccount every_match(const Xapian::Database& database) {
  return std::max<Xapian::doccount>(database.get_doccount(), 1);
}

class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(std::vector<Xapian::docid>& docids) : docids_(docids) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    docids_.push_back(document.get_docid());
  }

 private:
  std::vector<Xapian::docid>& docids_;
};

/// All that the query finds, in the order of the index.
std::vector<Xapian::docid> documents(const Xapian::Database& database, const Xapian::Query& query) {
  std::vector<Xapian::docid> docids;
  Collector collector(docids);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, every_match(database));
  return docids;
}

/// The document whose identifier is all that is asked for, in any spelling; empty for another
/// question.
Xapian::Query named_by(const std::string& text) {
  std::vector<Xapian::Query> names;
  for (const std::string& key : keys_named(text)) {
    names.emplace_back(label_term(schema::Label::key, key));
  }
  return names.empty() ? Xapian::Query()
                       : Xapian::Query(Xapian::Query::OP_OR, names.begin(), names.end());
}

}  // namespace

std::size_t count(const Xapian::Database& database, const Plan& plan) {
  return documents(database, within(plan.query.all, plan.filter)).size();
}

Matches::Matches(const Xapian::Database& database, const Columns& columns,
                 const SearchRequest& request, const Plan& plan)
    : database_(database), columns_(columns), request_(request), filter_(plan.filter) {
  const XapianQuery& query = plan.query;
  const Xapian::Query named = named_by(request.query);
  find(query.all, query.close, named);
  if (!query.some) return;
  const std::size_t with_all = named.empty() ? docids_.size() : count(database, plan);
  if (with_all >= enough) return;
  // Positions of the thousands with some of the words cost ten times the search itself.
  find(*query.some | bonus(all_words_bonus, query.all), within(query.close, query.all), named);
  partial_ = docids_.size() > with_all;
}

void Matches::find(Xapian::Query query, const Xapian::Query& close, const Xapian::Query& named) {
  const bool by_relevance = request_.sort == Sort::relevantie;
  if (by_relevance) {
    if (!close.empty()) query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, close);
    query = with_prior(query, columns_);
  }
  if (!named.empty()) query |= bonus(named_bonus, named);
  query = within(query, filter_);

  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Bm25::of_documents(database_));
  Order order(request_.sort, columns_);
  const auto offset = static_cast<Xapian::doccount>(request_.offset);
  const auto limit = static_cast<Xapian::doccount>(request_.limit);
  if (by_relevance) {
    docids_.clear();
    Collector collector(docids_);
    enquire.add_matchspy(&collector);
    enquire.set_query(query);
    enquire.set_sort_by_relevance_then_key(&order, false);
    shown_ = enquire.get_mset(offset, limit, every_match(database_));
  } else {
    // Only what is shown is weighed.
    docids_ = documents(database_, query);
    enquire.set_query(within(query, docid_filter(order.slice(docids_, offset, limit))));
    enquire.set_sort_by_key(&order, false);
    shown_ = enquire.get_mset(0, limit);
  }
}

double Matches::score(double weight) {
  for (const double bonus : {named_bonus, all_words_bonus}) {
    if (weight >= bonus) weight -= bonus;
  }
  return weight;
}

}  // namespace kamerzoek
