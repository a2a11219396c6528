#include "search/prior.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>

#include "corpus/references/reference.hpp"
#include "corpus/schema/schema.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// A word of a query counts for some ten. Twice these cost .0005 of the known-item MRR with titles,
// a set that knows no such preferences.
constexpr double most_for_recent = 0.4;
constexpr double years_to_halve = 4;
constexpr double most_for_kind = 0.25;
constexpr double for_cited = 0.15;  // and as much again for every doubling
constexpr double most_for_cited = 0.5;

struct KindWeight {
  std::string_view begin;  ///< of the soort
  double part;             ///< of most_for_kind
};

/// The first that fits counts. Papers that say what was thought or decided before those that say
/// when it was talked about.
constexpr std::array kind_weights = {
    KindWeight{"Brief", 1},
    KindWeight{"Voorstel van wet", 1},
    KindWeight{"Memorie", 1},
    KindWeight{"Motie", 1},
    KindWeight{"Amendement", 1},
    KindWeight{"Antwoord", 1},
    KindWeight{"Nota", 1},
    KindWeight{"Initiatiefnota", 1},
    KindWeight{"Verslag", 0.7},
    KindWeight{"Lijst van vragen en antwoorden", 0.7},
    KindWeight{"Advies", 0.7},
    KindWeight{"Nader rapport", 0.7},
    KindWeight{"Stenogram", 0.5},
    KindWeight{"Schriftelijke vragen", 0.5},
    KindWeight{"Bijlage", 0.5},
    KindWeight{"Agenda", 0},
    KindWeight{"Convocatie", 0},
    KindWeight{"Besluitenlijst", 0},
    KindWeight{"Stemmingslijst", 0},
    KindWeight{"Sprekerslijst", 0},
    KindWeight{"Mededeling", 0},
    KindWeight{"Aanbiedingsbrief", 0},
    KindWeight{"Geleidende brief", 0},
    KindWeight{"Koninklijke boodschap", 0},
};
constexpr double other_kinds = 0.4;

double weight_of_kind(std::string_view soort) {
  const auto* found = std::ranges::find_if(
      kind_weights, [&](const KindWeight& kind) { return soort.starts_with(kind.begin); });
  return most_for_kind * (found == kind_weights.end() ? other_kinds : found->part);
}

/// Days since 1970 of a YYYYMMDD.
long day_number(std::uint32_t date) {
  using namespace std::chrono;
  const year_month_day day{year{static_cast<int>(date / 10000)}, month{date / 100 % 100},
                           std::chrono::day{date % 100}};
  return sys_days{day}.time_since_epoch().count();
}

double weight_of_age(long days) {
  days = std::max(days, 0L);  // a date that is none, as 2025-13-45, has any day number
  return most_for_recent * std::exp2(-static_cast<double>(days) / (365.25 * years_to_halve));
}

/// Calls `each(docid, count)` for every held paper that terms with this prefix name.
template <class Each>
void each_named(const Xapian::Database& database, const std::string& prefix, Each each) {
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const Xapian::docid named = find_record(database, {(*term).substr(prefix.size())});
    if (named != 0) each(named, term.get_termfreq());
  }
}

/// How many papers cite each, by docid. The one that replaces it does not count: that a paper is
/// out of date makes it no more important.
std::vector<Xapian::doccount> times_cited(const Xapian::Database& database) {
  std::vector<Xapian::doccount> times(static_cast<std::size_t>(database.get_lastdocid()) + 1);
  each_named(database, label_term(Label::cites, ""), [&](Xapian::docid cited, Xapian::doccount by) {
    // One paper may be cited by several of its names, mostly by the same papers.
    times[cited] = std::max(times[cited], by);
  });
  const std::string replaces =
      label_term(Label::relation, name_of(Relation::replaces)) + schema::list_separator;
  each_named(database, replaces, [&](Xapian::docid replaced, Xapian::doccount by) {
    times[replaced] -= std::min(times[replaced], by);
  });
  return times;
}

class PriorSource : public Xapian::PostingSource {
 public:
  explicit PriorSource(const Columns& columns) : columns_(columns) {
    set_maxweight(most_for_recent + most_for_kind + most_for_cited);
  }

  PriorSource* clone() const override { return new PriorSource(columns_); }
  void init(const Xapian::Database& /*database*/) override { at_ = 0; }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double /*min_weight*/) override { ++at_; }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override { at_ = std::max(at_, docid); }
  bool check(Xapian::docid docid, double /*min_weight*/) override {
    at_ = docid;
    return true;
  }
  bool at_end() const override { return at_ > columns_.last_docid(); }
  Xapian::docid get_docid() const override { return at_; }
  double get_weight() const override { return columns_.prior(at_); }

 private:
  Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(columns_.documents().size());
  }

  const Columns& columns_;
  Xapian::docid at_ = 0;
};

}  // namespace

std::vector<float> prior_weights(const Xapian::Database& database, const Columns& columns) {
  std::vector<float> weights(static_cast<std::size_t>(columns.last_docid()) + 1);
  const auto cited = times_cited(database);
  std::uint32_t newest = 0;
  for (const Xapian::docid docid : columns.documents()) {
    newest = std::max(newest, columns.date(docid));
  }
  for (const Xapian::docid docid : columns.documents()) {
    double weight = std::min(most_for_cited, for_cited * std::log2(1 + cited[docid]));
    columns.each_code(docid, [&](Columns::Code code) {
      const Columns::Value& value = columns.values()[code];
      if (value.facet == Columns::Facet::soort) weight += weight_of_kind(value.text);
    });
    const std::uint32_t date = columns.date(docid);
    if (date != 0) weight += weight_of_age(day_number(newest) - day_number(date));
    weights[docid] = static_cast<float>(weight);
  }
  return weights;
}

Xapian::Query with_prior(const Xapian::Query& query, const Columns& columns) {
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, query,
                       Xapian::Query((new PriorSource(columns))->release()));
}

}  // namespace kamerzoek
