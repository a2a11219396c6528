#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// What the address of a page names: at most one document, and zaken.
struct AddressKeys {
  std::vector<std::string> document;
  std::vector<std::string> zaken;
};

/// Reads addresses as keys_named does, and those within a site ("kst-34682-1.html").
AddressKeys keys_of_address(std::string_view address);

/// The document an address is of; empty where it names none.
std::string document_at(std::string_view address);

}  // namespace kamerzoek
