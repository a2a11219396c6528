#include <algorithm>

#include "corpus/references/reference.hpp"
#include "corpus/references/spelling.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

namespace {

bool is_of_parliament(const std::string& id) {
  return PublicationId::parse(id) || DocumentNumber::parse(id) || ZaakNumber::parse(id);
}

// Every kind of identifier reference.hpp names.
bool is_known(const std::string& id) {
  if (is_of_parliament(id)) return true;
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"stb-", "stcrt-", "trb-", "ECLI:", "CELEX:"},
      [&](std::string_view kind) { return id.starts_with(kind); });
}

void check_reference(const Reference& reference, std::string_view text) {
  require(reference.begin < reference.end && reference.end <= text.size(),
          "a place is in the text");
  require(is_known(reference.id), "an id is an identifier");
  require(std::ranges::all_of(reference.others, is_of_parliament), "others are identifiers");
  require(std::ranges::count(reference.others, reference.id) == 0, "others are others");
  require(relation_named(name_of(reference.relation)) == reference.relation, "a relation is named");
  const char first = text[reference.begin];
  require(first > ' ' && first <= '~', "a name begins with a letter or digit");
}

// A name that is one as a whole text names the same paper.
void check_whole(std::string_view text, const std::vector<Reference>& found) {
  const auto keys = keys_named(text);
  for (const Reference& reference : found) {
    if (reference.begin != 0 || reference.end != text.size() || keys.empty()) continue;
    if (found.size() > 1 || reference.id.starts_with("st")) continue;
    require(std::ranges::find(keys, reference.id) != keys.end(),
            "a name means the same alone and among words");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  const auto found = references_in(text);
  for (const Reference& reference : found) check_reference(reference, text);
  require(std::ranges::is_sorted(found, {}, &Reference::begin), "references are in order");
  check_whole(text, found);
  // What the paper is adds numbers without a dossier, and takes nothing away.
  const auto of_own = references_in(text, DossierNumber{"36600", "XXII"});
  require(of_own.size() >= found.size(), "a dossier of its own takes nothing away");
  return 0;
}
