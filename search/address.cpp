#include "search/address.hpp"

#include <fmt/format.h>

namespace kamerzoek {

std::string address_of(Kind kind, std::string_view id) {
  if (kind == Kind::zaak) return "/zaak/" + percent_encoded(id);
  if (PublicationId::parse(id)) return "/" + percent_encoded(id);
  return "/document/" + percent_encoded(id);
}

std::string address_of(const DossierNumber& dossier) {
  return "/dossier/" + dossier.text();
}

std::string official_address(std::string_view id) {
  const std::string name = percent_encoded(id);
  const bool gazette = id.starts_with("stb-") || id.starts_with("stcrt-") || id.starts_with("trb-");
  if (gazette || PublicationId::parse(id)) {
    return "https://zoek.officielebekendmakingen.nl/" + name + ".html";
  }
  if (DocumentNumber::parse(id) || ZaakNumber::parse(id)) {
    return "https://www.tweedekamer.nl/kamerstukken/detail?id=" + name;
  }
  if (id.starts_with("ECLI:")) return "https://deeplink.rechtspraak.nl/uitspraak?id=" + name;
  if (id.starts_with("CELEX:")) {
    return "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=" + name;
  }
  return {};
}

std::string address_of_cited(std::string_view id) {
  if (const auto dossier = DossierNumber::parse(id)) return address_of(*dossier);
  const bool ours = PublicationId::parse(id) || DocumentNumber::parse(id) || ZaakNumber::parse(id);
  return ours ? "/" + percent_encoded(id) : official_address(id);
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace kamerzoek
