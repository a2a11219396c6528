#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/references/spelling.hpp"
#include "search/listing.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

/// The number a volgnummer begins with ("17-b1" is 17); nothing for "A".
std::optional<unsigned> leading_number(std::string_view text) {
  unsigned number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{}) return std::nullopt;
  return number;
}

/// Letters (the Eerste Kamer's, and stages of a bill) before numbers, A before B before AA; then
/// numbers by value; then what follows a number.
auto place_in_dossier(const SearchResult& document) {
  const auto number = leading_number(document.volgnummer);
  return std::tuple(number.has_value(), number.value_or(0), document.volgnummer.size(),
                    document.volgnummer, document.datum, document.id);
}

/// The numbers below the highest that no document has.
std::vector<std::string> gaps(const std::vector<SearchResult>& documents) {
  std::set<unsigned> held;
  for (const SearchResult& document : documents) {
    if (const auto number = leading_number(document.volgnummer)) held.insert(*number);
  }
  std::vector<std::string> missing;
  unsigned expected = 1;
  for (const unsigned number : held) {
    if (number < expected) continue;  // number 0, which some dossiers begin with
    // A number out of all proportion is a slip of the source, not a gap of a million.
    if (number - expected > 10'000) break;
    for (; expected < number; ++expected) missing.push_back(std::to_string(expected));
    expected = number + 1;
  }
  return missing;
}

void add_documents(const Xapian::Database& database, DossierPage& page) {
  const std::string term = label_term(Label::dossier, page.nummer.text());
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    const Xapian::Document document = database.get_document(*at);
    auto listing = load_listing(document);
    if (!listing) continue;
    if (page.titel.empty() && listing->dossier == page.nummer.text()) {
      page.titel = listing->dossierTitel;
    }
    page.documenten.push_back(listed(document.get_value(schema::id), *std::move(listing)));
  }
  std::ranges::sort(page.documenten, {}, place_in_dossier);
  page.ontbrekend = gaps(page.documenten);
}

/// 36600-XXII, 36600-VII … for 36600.
std::vector<std::string> below(const Xapian::Database& database, const DossierNumber& number) {
  std::vector<std::string> names;
  if (!number.toevoeging.empty()) return names;
  const std::string prefix = label_term(Label::dossier, number.nummer + "-");
  const std::size_t skip = schema::prefix_of(Label::dossier).size();
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    names.push_back((*term).substr(skip));
  }
  return names;
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
    page.onderdossiers = below(database, *named);
    if (page.documenten.empty() && page.onderdossiers.empty()) {
      return failure(ErrorCode::not_found,
                     fmt::format("van dossier {} is geen document in de index", named->text()));
    }
    return page;
  });
}

}  // namespace kamerzoek
