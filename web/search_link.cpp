#include "web/search_link.hpp"

#include "search/address.hpp"
#include "search/result_json.hpp"
#include "web/params.hpp"

namespace kamerzoek::web {
namespace {

/// What is not as usual, but for the page.
std::string with_parameters(std::string address, const SearchRequest& request) {
  address += "?q=" + percent_encoded(request.query);
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
  return address;
}

}  // namespace

std::string search_address(const SearchRequest& request) {
  std::string address = with_parameters("/zoeken", request);
  if (request.explain) address += "&uitleg=1";
  if (request.offset > 0) {
    address += "&pagina=" + std::to_string(request.offset / page_size + 1);
  }
  return address;
}

std::string export_address(const SearchRequest& request, std::string_view extension) {
  return with_parameters("/zoeken." + std::string(extension), request);
}

std::string feed_address(const SearchRequest& request, std::string_view extension) {
  SearchRequest newest = request;
  newest.sort = default_sort(request.query);
  return export_address(newest, extension);
}

std::string address_with_query(std::string address, const std::string& query) {
  if (!query.empty()) address += "?q=" + percent_encoded(query);
  return address;
}

std::string person_address(std::string_view name) {
  return name.empty() ? std::string() : "/persoon/" + percent_encoded(name);
}

SearchRequest from_start(SearchRequest request) {
  request.offset = 0;
  return request;
}

}  // namespace kamerzoek::web
