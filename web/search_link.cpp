#include "web/search_link.hpp"

#include "search/address.hpp"
#include "search/result_json.hpp"
#include "web/params.hpp"

namespace kamerzoek::web {

std::string search_address(const SearchRequest& request) {
  std::string address = "/zoeken?q=" + percent_encoded(request.query);
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) address.append("&").append(name).append("=") += percent_encoded(value);
  };
  add("soort", request.soort);
  add("dossier", request.dossier);
  add("van", request.van);
  add("tot", request.tot);
  add("indiener", request.indiener);
  add("commissie", request.commissie);
  if (request.sort != default_sort(request.query)) add("sort", name_of(request.sort));
  if (request.explain) add("uitleg", "1");
  if (request.offset > 0) add("pagina", std::to_string(request.offset / page_size + 1));
  return address;
}

SearchRequest from_start(SearchRequest request) {
  request.offset = 0;
  return request;
}

}  // namespace kamerzoek::web
