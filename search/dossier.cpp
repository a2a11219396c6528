#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/references/spelling.hpp"
#include "search/dossier_order.hpp"
#include "search/listing.hpp"
#include "search/most_cited.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

constexpr std::size_t most_cited_shown = 5;

void add_documents(const Xapian::Database& database, DossierPage& page) {
  const std::string number = page.nummer.text();
  const std::string term = label_term(Label::dossier, number);
  // Neighbours share a block of values, which a stream reads once and a document each time.
  auto listings = database.valuestream_begin(schema::listing);
  auto ids = database.valuestream_begin(schema::id);
  const auto end = database.valuestream_end(schema::listing);
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    listings.skip_to(*at);
    if (listings == end) break;
    if (listings.get_docid() != *at) continue;  // a zaak
    auto listing = schema::unpack(*listings);
    if (!listing) continue;
    if (page.titel.empty() && listing->dossier == number) page.titel = listing->dossierTitel;
    ids.skip_to(*at);
    page.documenten.push_back(listed(*ids, *std::move(listing)));
  }
  page.documenten = in_dossier_order(std::move(page.documenten));
  page.ontbrekend = gaps_between(page.documenten);
}

void add_span(DossierPage& page) {
  for (const SearchResult& document : page.documenten) {
    if (document.datum.empty()) continue;
    if (page.van.empty() || document.datum < page.van) page.van = document.datum;
    if (document.datum > page.tot) page.tot = document.datum;
  }
}

/// How many documents it has, without a look at each.
Onderdossier describe_part(const Xapian::Database& database, const DossierNumber& number) {
  Onderdossier part{number, dossier_title(database, number.text()), 0};
  const std::string term = label_term(Label::dossier, number.text());
  const std::string documents = label_term(Label::kind, name_of(Kind::document));
  auto document = database.postlist_begin(documents);
  const auto end = database.postlist_end(documents);
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    document.skip_to(*at);
    if (document == end) break;
    if (*document == *at) ++part.documenten;  // else a zaak
  }
  return part;
}

/// 36600-XXII, 36600-VII … for 36600.
std::vector<Onderdossier> parts_of(const Xapian::Database& database, const DossierNumber& whole) {
  std::vector<Onderdossier> parts;
  if (!whole.toevoeging.empty()) return parts;
  const std::string prefix = label_term(Label::dossier, whole.nummer + "-");
  const std::size_t skip = schema::prefix_of(Label::dossier).size();
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const auto number = DossierNumber::parse((*term).substr(skip));
    if (number) parts.push_back(describe_part(database, *number));
  }
  std::ranges::sort(parts, comes_before, &Onderdossier::nummer);
  return parts;
}

}  // namespace

Result<DossierPage> Searcher::dossier(std::string_view number) {
  const auto named = dossier_named(number);
  if (!named) {
    return failure(ErrorCode::not_found, fmt::format("'{}' is geen dossiernummer", number),
                   "schrijf het als 34682 of 36600-XXII");
  }
  return database_.read([&](const Xapian::Database& database) -> Result<DossierPage> {
    DossierPage page;
    page.nummer = *named;
    add_documents(database, page);
    add_span(page);
    page.meestAangehaald = most_cited(database, page.documenten, most_cited_shown);
    page.onderdossiers = parts_of(database, *named);
    std::erase_if(page.onderdossiers, [](const Onderdossier& part) { return !part.documenten; });
    if (page.documenten.empty() && page.onderdossiers.empty()) {
      return failure(ErrorCode::not_found,
                     fmt::format("van dossier {} is geen document in de index", named->text()));
    }
    return page;
  });
}

}  // namespace kamerzoek
