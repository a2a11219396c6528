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
