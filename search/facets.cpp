#include "search/facets.hpp"

#include <algorithm>
#include <tuple>

#include "corpus/schema/schema.hpp"

namespace kamerzoek {
namespace {

Facet most_frequent(const std::unordered_map<std::string, std::size_t>& counts, std::size_t most) {
  Facet facet;
  for (const auto& [value, count] : counts) facet.push_back({value, count});
  std::ranges::sort(facet, [](const FacetValue& a, const FacetValue& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  if (facet.size() > most) facet.resize(most);
  return facet;
}

}  // namespace

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string kind = document.get_value(schema::soort);
  if (!kind.empty()) ++soort_[kind];
  const std::string date = document.get_value(schema::datum);
  if (date.size() >= 4) ++jaar_[date.substr(0, 4)];
  count_list(dossier_, document.get_value(schema::dossiers));
  count_list(indiener_, document.get_value(schema::indieners));
}

void FacetSpy::count_list(Counts& counts, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(schema::list_separator), list.size());
    ++counts[std::string(list.substr(0, end))];
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

Facets FacetSpy::facets(std::size_t most) const {
  Facets facets{most_frequent(soort_, most), most_frequent(dossier_, most),
                most_frequent(jaar_, jaar_.size()), most_frequent(indiener_, most)};
  std::ranges::sort(facets.jaar, std::ranges::greater{}, &FacetValue::value);
  return facets;
}

}  // namespace kamerzoek
