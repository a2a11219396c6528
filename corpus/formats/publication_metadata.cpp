#include "corpus/formats/publication_metadata.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

// Kept as they are, by the last part of their name.
constexpr std::array<std::string_view, 6> kenmerk_names = {
    "OVERHEID.category",         "OVERHEIDop.publicationName",  "DC.creator",
    "OVERHEIDop.documentStatus", "OVERHEIDop.aanhangselNummer", "OVERHEIDop.datumOntvangst"};

std::string compared(std::string_view name) {
  std::string lower = ascii_lower(name);
  return lower.starts_with("dcterms.") ? "dc." + lower.substr(8) : lower;
}

std::string_view last_part(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

// https://zoek.officielebekendmakingen.nl/kst-19637-3185/metadata.xml
std::optional<PublicationId> identifier_in_address(std::string_view address) {
  const std::size_t end = address.rfind('/');
  if (end == std::string_view::npos) return std::nullopt;
  address = address.substr(0, end);
  return PublicationId::parse(address.substr(address.rfind('/') + 1));
}

void add_actors(Fields& fields, const std::vector<std::string>& names, std::string_view relatie) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (seen.insert(name).second) {
      fields.actoren.push_back({name, {}, std::string(relatie), {}});
    }
  }
}

}  // namespace

PublicationMetadata::PublicationMetadata(const xmlNode* holder) {
  if (holder == nullptr) return;
  for (const xmlNode* node = holder->children; node != nullptr; node = node->next) {
    if (!is_element(*node) || element_name(*node) != "meta") continue;
    Meta meta{compared(attribute(*node, "name")), attribute(*node, "scheme"),
              attribute(*node, "content")};
    if (!meta.content.empty()) metas_.push_back(std::move(meta));
  }
}

std::string PublicationMetadata::first(std::string_view name) const {
  const auto found = std::ranges::find(metas_, compared(name), &Meta::name);
  return found == metas_.end() ? std::string() : found->content;
}

std::string PublicationMetadata::first(std::string_view name, std::string_view scheme) const {
  const std::string wanted = compared(name);
  const auto found = std::ranges::find_if(
      metas_, [&](const Meta& meta) { return meta.name == wanted && meta.scheme == scheme; });
  return found == metas_.end() ? std::string() : found->content;
}

std::vector<std::string> PublicationMetadata::all(std::string_view name) const {
  const std::string wanted = compared(name);
  std::vector<std::string> contents;
  for (const Meta& meta : metas_) {
    if (meta.name == wanted) contents.push_back(meta.content);
  }
  return contents;
}

std::optional<PublicationId> PublicationMetadata::identifier() const {
  if (auto id = PublicationId::parse(first("DC.identifier", "OVERHEIDop.ParlID"))) return id;
  for (const std::string& content : all("DC.identifier")) {
    if (auto id = PublicationId::parse(content)) return id;
  }
  for (const std::string& address : all("OVERHEIDop.externMetadataRecord")) {
    if (auto id = identifier_in_address(address)) return id;
  }
  return std::nullopt;
}

std::optional<DocumentNumber> PublicationMetadata::document_number() const {
  for (const Meta& meta : metas_) {
    if (auto number = DocumentNumber::parse(meta.content)) return number;
  }
  return std::nullopt;
}

std::string PublicationMetadata::soort() const {
  for (const Meta& meta : metas_) {
    if (meta.name == "dc.type" && meta.scheme.starts_with("OVERHEIDop.") &&
        meta.scheme.ends_with("Typen")) {
      return meta.content;
    }
  }
  return {};
}

void PublicationMetadata::complete(Fields& fields) const {
  for (const char* name : {"OVERHEIDop.documenttitel", "DC.title"}) {
    if (std::string title = first(name); !title.empty()) {
      fields.onderwerp = std::move(title);
      break;
    }
  }
  if (fields.titel.empty()) fields.titel = first("OVERHEIDop.dossiertitel");
  if (fields.datum.empty()) fields.datum = iso_date_of(first("DCTERMS.issued"));
  if (const auto jaar = Vergaderjaar::parse(first("OVERHEIDop.vergaderjaar"))) {
    fields.vergaderjaar = jaar->text();
  }
  const std::vector<std::string> indieners = all("OVERHEIDop.indiener");
  // The signatures in the text are the same people by their last names only.
  if (!indieners.empty()) {
    std::erase_if(fields.actoren,
                  [](const Actor& actor) { return actor.relatie == "Ondertekenaar"; });
  }
  add_actors(fields, indieners, "Indiener");
  add_actors(fields, all("OVERHEIDop.ontvanger"), "Ontvanger");
  for (const std::string& nummer : all("OVERHEIDop.vraagnummer")) {
    if (ZaakNumber::parse(nummer)) fields.zaken.push_back(nummer);
  }
  for (const std::string_view name : kenmerk_names) {
    std::string joined;
    for (const std::string& content : all(name)) {
      joined += (joined.empty() ? "" : "; ") + content;
    }
    if (!joined.empty()) fields.kenmerken[std::string(last_part(name))] = std::move(joined);
  }
}

}  // namespace kamerzoek
