#include "search/listing.hpp"

#include <algorithm>
#include <utility>

#include "corpus/schema/schema.hpp"
#include "search/address.hpp"
#include "search/database.hpp"

namespace kamerzoek {

std::optional<schema::Listing> load_listing(const Xapian::Document& document) {
  return schema::unpack(document.get_value(schema::listing));
}

std::optional<SearchResult> listed(const Xapian::Document& document) {
  auto listing = load_listing(document);
  if (!listing) return std::nullopt;
  return listed(document.get_value(schema::id), *std::move(listing));
}

std::optional<SearchResult> listed_with_names(const Xapian::Document& document) {
  auto result = listed(document);
  if (result) result->indieners = load_indieners(document);
  return result;
}

std::vector<std::string> load_indieners(const Xapian::Document& document) {
  std::vector<std::string> names;
  const std::string list = document.get_value(schema::indieners);
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(schema::list_separator, begin), list.size());
    names.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

std::string dossier_title(const Xapian::Database& database, const std::string& number) {
  constexpr int most = 300;
  const std::string term = label_term(schema::Label::dossier, number);
  auto document = database.postlist_begin(term);
  for (int seen = 0; seen < most && document != database.postlist_end(term); ++seen, ++document) {
    const auto listing = load_listing(database.get_document(*document, Xapian::DOC_ASSUME_VALID));
    if (listing && listing->dossier == number && !listing->dossierTitel.empty()) {
      return listing->dossierTitel;
    }
  }
  return {};
}

SearchResult listed(std::string id, schema::Listing listing) {
  SearchResult result;
  result.url = address_of(Kind::document, id);
  result.id = std::move(id);
  result.documentNummer = std::move(listing.documentNummer);
  result.soort = std::move(listing.soort);
  result.titel = std::move(listing.titel);
  result.onderwerp = std::move(listing.onderwerp);
  result.datum = std::move(listing.datum);
  result.dossier = std::move(listing.dossier);
  result.volgnummer = std::move(listing.volgnummer);
  return result;
}

}  // namespace kamerzoek
