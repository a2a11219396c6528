#include "search/searcher.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/record_key.hpp"
#include "corpus/schema/stored_record.hpp"
#include "search/bm25.hpp"
#include "search/columns.hpp"
#include "search/deadline.hpp"
#include "search/did_you_mean.hpp"
#include "search/explain.hpp"
#include "search/facets.hpp"
#include "search/listing.hpp"
#include "search/matches.hpp"
#include "search/query.hpp"
#include "search/reading.hpp"
#include "search/snippet.hpp"
#include "search/to_xapian.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// Where fewer documents are found the query may be a slip.
constexpr std::size_t enough = 10;
constexpr std::size_t facet_values = 20;

Result<void> add_filter(QueryField field, const std::string& value, Analyzer& analyzer,
                        const Columns& columns, std::vector<Xapian::Query>& filters) {
  if (value.empty()) return {};
  auto filter = field_filter(field, value, analyzer, columns);
  if (!filter) return tl::unexpected(filter.error());
  filters.push_back(*std::move(filter));
  return {};
}

Result<std::string> day(const std::string& text, bool end) {
  return text.empty() ? Result<std::string>(text) : parse_date(text, end);
}

/// Living documents, within the request's filters.
Result<Xapian::Query> filter_of(const SearchRequest& request, Analyzer& analyzer,
                                const Columns& columns) {
  std::vector<Xapian::Query> filters = {
      Xapian::Query(label_term(Label::kind, name_of(Kind::document)))};
  for (const auto& [field, value] : {std::pair{QueryField::soort, &request.soort},
                                     std::pair{QueryField::dossier, &request.dossier},
                                     std::pair{QueryField::indiener, &request.indiener},
                                     std::pair{QueryField::commissie, &request.commissie}}) {
    if (auto ok = add_filter(field, *value, analyzer, columns, filters); !ok) {
      return tl::unexpected(ok.error());
    }
  }
  auto from = day(request.van, false);
  if (!from) return tl::unexpected(from.error());
  auto until = day(request.tot, true);
  if (!until) return tl::unexpected(until.error());
  if (!from->empty() || !until->empty()) filters.push_back(date_filter(*from, *until));
  return Xapian::Query(Xapian::Query::OP_AND, filters.begin(), filters.end());
}

Result<Plan> plan(const SearchRequest& request, Analyzer& analyzer,
                  const Xapian::Database& database, const Columns& columns,
                  const Deadline& deadline) {
  auto parsed = parse_query(request.query);
  if (!parsed) return tl::unexpected(parsed.error());
  auto query = to_xapian(*parsed, analyzer, database, columns, deadline);
  if (!query) return tl::unexpected(query.error());
  auto filter = filter_of(request, analyzer, columns);
  if (!filter) return tl::unexpected(filter.error());
  return Plan{*std::move(query), *filter & deadline.filter()};
}

Result<SearchResult> result_of(const Xapian::Database& database, const Xapian::MSetIterator& hit,
                               const Sought& sought, HeldTerms& terms, Analyzer& analyzer) {
  const auto stored = schema::StoredRecord::open(database.get_metadata(schema::record_key(*hit)));
  if (!stored) return tl::unexpected(stored.error());
  const Fields fields = view(stored->record);
  SearchResult result = listed(id(stored->record), schema::listing_of(fields));
  result.score = Matches::score(hit.get_weight());
  result.indieners = load_indieners(hit.get_document());
  const Sought held = held_of(sought, terms, *hit);
  auto added = add_snippet(result, fields, stored->text, Matcher(held), analyzer);
  if (!added) return tl::unexpected(added.error());
  return result;
}

Result<ResultPage> run(const Xapian::Database& database, const Columns& columns,
                       const SearchRequest& request, const Plan& plan, const Deadline& deadline,
                       Analyzer& analyzer) {
  ResultPage page;
  page.request = request;
  const Matches matches(database, columns, request, plan);
  const FacetCounts counts(columns, matches.docids());
  page.total = matches.docids().size();
  page.partial = matches.partial();
  page.facets = counts.facets(facet_values);
  for (FacetValue& dossier : page.facets.dossier) {
    dossier.titel = dossier_title(database, dossier.value);
  }
  page.months = counts.months();
  page.notes = notes_on(plan.query.cut);
  HeldTerms terms(database, {matches.shown().begin(), matches.shown().end()});
  for (auto hit = matches.shown().begin(); hit != matches.shown().end(); ++hit) {
    deadline.check();
    auto result = result_of(database, hit, plan.query.sought, terms, analyzer);
    if (!result) return tl::unexpected(result.error());
    page.results.push_back(*std::move(result));
  }
  if (request.explain) {
    explain(page, database, Bm25::of_documents(database), plan.query, deadline, analyzer);
  }
  return page;
}

/// What `work(const Deadline&)` returns, or that it took longer than the request allows.
template <class Work>
auto in_time(const SearchRequest& request, Work work)
    -> decltype(work(std::declval<const Deadline&>())) {
  const Deadline deadline(request.time_limit);
  try {
    return work(deadline);
  } catch (const DeadlinePassed&) {
    return failure(ErrorCode::too_slow,
                   fmt::format("het zoeken duurde langer dan {} ms", request.time_limit.count()),
                   "zoek met minder of minder algemene woorden, of voeg een filter toe");
  }
}

/// Good searches pay nothing for it, and a page that is ready is not thrown away for want of it.
std::optional<std::string> suggestion(const SearchRequest& request, SharedVocabulary& vocabulary,
                                      Analyzer& analyzer, const Xapian::Database& database,
                                      const Columns& columns, const Deadline& deadline) {
  try {
    return did_you_mean(request.query, vocabulary, analyzer, database,
                        [&](const std::string& query) {
                          SearchRequest other = request;
                          other.query = query;
                          const auto planned = plan(other, analyzer, database, columns, deadline);
                          return planned ? count(database, *planned) : 0;
                        });
  } catch (const DeadlinePassed&) {
    return std::nullopt;
  }
}

}  // namespace

Searcher::Searcher(std::filesystem::path dir, Database database,
                   std::shared_ptr<SharedVocabulary> vocabulary)
    : dir_(std::move(dir)), database_(std::move(database)), vocabulary_(std::move(vocabulary)) {}

Result<Searcher> Searcher::open(const std::filesystem::path& dir,
                                std::shared_ptr<SharedVocabulary> vocabulary) {
  auto database = Database::open(dir);
  if (!database) return tl::unexpected(database.error());
  if (!vocabulary) vocabulary = std::make_shared<SharedVocabulary>(dir);
  return Searcher(dir, *std::move(database), std::move(vocabulary));
}

Result<ResultPage> Searcher::search(const SearchRequest& request) {
  return in_time(request, [&](const Deadline& deadline) {
    return database_.read([&](const Xapian::Database& database) -> Result<ResultPage> {
      const auto columns = Columns::of(database);
      auto planned = plan(request, analyzer_, database, *columns, deadline);
      if (!planned) return tl::unexpected(planned.error());
      auto page = run(database, *columns, request, *planned, deadline, analyzer_);
      if (page && (page->partial || page->total < enough)) {
        page->suggestion =
            suggestion(request, *vocabulary_, analyzer_, database, *columns, deadline);
      }
      return page;
    });
  });
}

Result<AllMatches> Searcher::all_matches(const SearchRequest& request) {
  // A reader of its own: the stream outlives this call, and may be read by another thread.
  auto reader = Database::open(dir_);
  if (!reader) return tl::unexpected(reader.error());
  auto places = in_time(request, [&](const Deadline& deadline) {
    return reader->read([&](const Xapian::Database& database) -> Result<MatchPlaces> {
      const auto columns = Columns::of(database);
      auto planned = plan(request, analyzer_, database, *columns, deadline);
      if (!planned) return tl::unexpected(planned.error());
      SearchRequest all = request;
      all.offset = 0;
      all.limit = database.get_doccount();
      const Matches matches(database, *columns, all, *planned);
      return MatchPlaces(database, matches.shown());
    });
  });
  if (!places) return tl::unexpected(places.error());
  return AllMatches(*std::move(reader), *std::move(places));
}

}  // namespace kamerzoek
