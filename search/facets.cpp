#include "search/facets.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <tuple>

namespace kamerzoek {
namespace {

constexpr std::uint32_t first_year = 1814;
constexpr std::uint32_t last_year = 2199;
constexpr std::uint32_t months_a_year = 12;

Facet& facet_of(Facets& facets, Columns::Facet which) {
  switch (which) {
    case Columns::Facet::soort:
      return facets.soort;
    case Columns::Facet::dossier:
      return facets.dossier;
    case Columns::Facet::jaar:
      return facets.jaar;
    case Columns::Facet::indiener:
      return facets.indiener;
    case Columns::Facet::commissie:
      break;
  }
  return facets.commissie;
}

void keep_most_frequent(Facet& facet, std::size_t most) {
  const auto kept = facet.begin() + static_cast<std::ptrdiff_t>(std::min(most, facet.size()));
  std::ranges::partial_sort(facet, kept, [](const FacetValue& a, const FacetValue& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  facet.erase(kept, facet.end());
}

}  // namespace

FacetCounts::FacetCounts(const Columns& columns, const std::vector<Xapian::docid>& documents)
    : columns_(columns),
      counts_(columns.values().size()),
      months_(static_cast<std::size_t>(last_year - first_year + 1) * months_a_year) {
  for (const Xapian::docid docid : documents) {
    columns_.each_code(docid, [this](Columns::Code code) { ++counts_[code]; });
    const std::uint32_t date = columns_.date(docid);
    const std::uint32_t year = date / 10000;
    const std::uint32_t month = date / 100 % 100;
    if (year < first_year || year > last_year || month < 1 || month > months_a_year) continue;
    ++months_[(year - first_year) * months_a_year + month - 1];
  }
}

std::vector<MonthCount> FacetCounts::months() const {
  std::vector<MonthCount> months;
  for (std::uint32_t at = 0; at < months_.size(); ++at) {
    if (months_[at] == 0) continue;
    months.push_back({first_year + at / months_a_year, at % months_a_year + 1, months_[at]});
  }
  return months;
}

Facets FacetCounts::facets(std::size_t most) const {
  Facets facets;
  for (std::size_t code = 0; code < counts_.size(); ++code) {
    if (counts_[code] == 0) continue;
    const Columns::Value& value = columns_.values()[code];
    facet_of(facets, value.facet).push_back({value.text, counts_[code]});
  }
  for (Facet* facet : {&facets.soort, &facets.dossier, &facets.indiener, &facets.commissie}) {
    keep_most_frequent(*facet, most);
  }
  std::ranges::sort(facets.jaar, std::greater{}, &FacetValue::value);
  return facets;
}

}  // namespace kamerzoek
