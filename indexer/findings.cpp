#include "indexer/findings.hpp"

#include <array>
#include <utility>

namespace kamerzoek {

std::string_view name_of(Finding::Kind kind) {
  constexpr std::array<std::string_view, 13> names = {
      "indeling",   "overblijfsel", "database", "tabel",  "versie",  "aantekening", "aantal",
      "vindplaats", "sleutel",      "record",   "termen", "waarden", "filters"};
  return names[static_cast<std::size_t>(kind)];
}

void Findings::add(Finding finding) {
  if (++counts_[finding.kind] <= most_of_a_kind) kept_.push_back(std::move(finding));
}

std::size_t Findings::count(Finding::Kind kind) const {
  const auto found = counts_.find(kind);
  return found == counts_.end() ? 0 : found->second;
}

void Findings::nothing_is_mendable() {
  for (Finding& finding : kept_) finding.is_mendable = false;
}

}  // namespace kamerzoek
