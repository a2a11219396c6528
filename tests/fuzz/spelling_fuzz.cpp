#include <algorithm>

#include "corpus/references/spelling.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

namespace {

bool is_identifier(const std::string& key) {
  return PublicationId::parse(key) || DocumentNumber::parse(key) || ZaakNumber::parse(key);
}

template <class Id>
void check_composes_back(std::string_view text) {
  if (const auto id = Id::parse(text)) require(id->text() == text, "an identifier composes back");
}

void check_keys(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    require(is_identifier(key), "every key is an identifier");
    require(std::ranges::count(keys, key) == 1, "no key comes twice");
    check_composes_back<PublicationId>(key);
    const auto again = keys_named(key);
    require(std::ranges::find(again, key) != again.end(), "a key names itself");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  check_composes_back<PublicationId>(text);
  check_composes_back<DossierNumber>(text);
  check_composes_back<DocumentNumber>(text);
  check_composes_back<ZaakNumber>(text);
  if (const auto jaar = Vergaderjaar::parse(text)) {
    require(Vergaderjaar::parse(jaar->text()) == jaar, "a vergaderjaar is read back");
    require(Vergaderjaar::parse(jaar->compact()) == jaar, "a compact vergaderjaar is read back");
  }
  check_keys(keys_named(text));
  if (const auto dossier = dossier_named(text)) {
    require(DossierNumber::parse(dossier->text()) == dossier, "a dossier's number is one");
    require(dossier_named(dossier->text()) == dossier, "a dossier's number names it");
  }
  return 0;
}
