#include "corpus/formats/page_address.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling.hpp"

namespace kamerzoek {
namespace {

// "kst-34682-1" of "../kst-34682-1.html#d17e40"
std::string_view last_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  address.remove_prefix(std::min(address.rfind('/') + 1, address.size()));
  return address.substr(0, address.rfind('.'));
}

// "id=2025Z12077&did=2025D27614" of tweedekamer.nl: the zaak in which it shows the document.
std::optional<ZaakNumber> zaak_in(std::string_view address) {
  constexpr std::string_view name = "id=";
  for (std::size_t at = address.find(name); at != std::string_view::npos;
       at = address.find(name, at + 1)) {
    if (at == 0 || (address[at - 1] != '?' && address[at - 1] != '&')) continue;
    const std::string_view value = address.substr(at + name.size());
    return ZaakNumber::parse(value.substr(0, value.find_first_of("&#")));
  }
  return std::nullopt;
}

}  // namespace

AddressKeys keys_of_address(std::string_view address) {
  AddressKeys keys;
  for (std::string& key : keys_named(address)) {
    if (keys.document.empty() && !ZaakNumber::parse(key)) keys.document.push_back(std::move(key));
  }
  if (const auto zaak = zaak_in(address)) keys.zaken.push_back(zaak->text());
  const std::string_view name = last_name(address);
  if (keys.document.empty() && PublicationId::parse(name)) keys.document.emplace_back(name);
  return keys;
}

std::string document_at(std::string_view address) {
  AddressKeys keys = keys_of_address(address);
  return keys.document.empty() ? std::string() : std::move(keys.document.front());
}

}  // namespace kamerzoek
