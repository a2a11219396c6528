#include "search/listing.hpp"

#include <utility>

#include "corpus/schema/schema.hpp"
#include "search/address.hpp"

namespace kamerzoek {

std::optional<schema::Listing> load_listing(const Xapian::Document& document) {
  return schema::unpack(document.get_value(schema::listing));
}

std::optional<SearchResult> listed(const Xapian::Document& document) {
  auto listing = load_listing(document);
  if (!listing) return std::nullopt;
  return listed(document.get_value(schema::id), *std::move(listing));
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
