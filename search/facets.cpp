#include "search/facets.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace kamerzoek {
namespace {

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

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  columns_.each_code(document.get_docid(), [this](Columns::Code code) { ++counts_[code]; });
}

Facets FacetSpy::facets(std::size_t most) const {
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
