#include "corpus/schema/listing.hpp"

#include <algorithm>
#include <array>

#include "corpus/schema/schema.hpp"

namespace kamerzoek::schema {
namespace {

// A kamerstuk's titel is most often that of its dossier, and need not be kept twice.
constexpr char same_as_titel = '\x1e';

/// In the order they are packed in.
constexpr std::array fields_in_order = {
    &Listing::documentNummer, &Listing::soort,   &Listing::titel,        &Listing::onderwerp,
    &Listing::datum,          &Listing::dossier, &Listing::dossierTitel, &Listing::volgnummer};

std::string harmless(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == list_separator || c == same_as_titel; }, ' ');
  return text;
}

}  // namespace

Listing listing_of(const Fields& fields) {
  Listing listing{.documentNummer = fields.documentNummer,
                  .soort = fields.soort,
                  .titel = fields.titel,
                  .onderwerp = fields.onderwerp,
                  .datum = fields.datum,
                  .dossier = {},
                  .dossierTitel = {},
                  .volgnummer = fields.volgnummer};
  if (!fields.dossiers.empty()) {
    listing.dossier = fields.dossiers.front().nummer.text();
    listing.dossierTitel = fields.dossiers.front().titel;
  }
  return listing;
}

std::string pack(const Listing& listing) {
  const bool same_title = !listing.titel.empty() && listing.dossierTitel == listing.titel;
  std::string packed;
  for (const auto field : fields_in_order) {
    if (field != fields_in_order.front()) packed += list_separator;
    if (same_title && field == &Listing::dossierTitel) {
      packed += same_as_titel;
    } else {
      packed += harmless(listing.*field);
    }
  }
  return packed;
}

std::optional<Listing> unpack(std::string_view packed) {
  Listing listing;
  for (const auto field : fields_in_order) {
    const bool is_last = field == fields_in_order.back();
    const std::size_t end = packed.find(list_separator);
    if ((end == std::string_view::npos) != is_last) return std::nullopt;
    listing.*field = packed.substr(0, end);
    if (!is_last) packed.remove_prefix(end + 1);
  }
  if (listing.dossierTitel == std::string_view(&same_as_titel, 1)) {
    listing.dossierTitel = listing.titel;
  }
  return listing;
}

}  // namespace kamerzoek::schema
