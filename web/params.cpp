#include "web/params.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "search/query.hpp"
#include "search/result_json.hpp"

namespace kamerzoek::web {
namespace {

tl::unexpected<Error> wrong(std::string_view name, std::string_view value, std::string hint) {
  return failure(ErrorCode::usage, fmt::format("de parameter '{}' kan niet '{}' zijn", name, value),
                 std::move(hint));
}

Result<std::size_t> number(const Target& target, std::string_view name, std::size_t otherwise,
                           std::size_t lowest, std::size_t highest) {
  const std::string text = parameter(target, name);
  if (text.empty()) return otherwise;
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  if (!whole || value < lowest || value > highest) {
    return wrong(name, text,
                 fmt::format("geef een geheel getal van {} tot en met {}", lowest, highest));
  }
  return value;
}

Result<void> check_date(const Target& target, std::string_view name) {
  const std::string text = parameter(target, name);
  if (text.empty()) return {};
  const auto date = parse_date(text, false);
  if (!date) return wrong(name, text, date.error().hint);
  return {};
}

Result<Sort> sort_of(const Target& target, std::string_view query) {
  const std::string text = parameter(target, "sort");
  if (text.empty()) return default_sort(query);
  const auto sort = sort_named(text);
  if (!sort) return wrong("sort", text, "kies uit relevantie, nieuwste en oudste");
  return *sort;
}

/// What /zoeken and the API have in common.
Result<SearchRequest> filtered_request(const Target& target) {
  SearchRequest request;
  request.time_limit = search_time;
  request.query = parameter(target, "q");
  auto sort = sort_of(target, request.query);
  if (!sort) return tl::unexpected(sort.error());
  request.sort = *sort;
  for (const std::string_view name : {"van", "tot"}) {
    if (auto ok = check_date(target, name); !ok) return tl::unexpected(ok.error());
  }
  request.soort = parameter(target, "soort");
  request.dossier = parameter(target, "dossier");
  request.indiener = parameter(target, "indiener");
  request.commissie = parameter(target, "commissie");
  request.van = parameter(target, "van");
  request.tot = parameter(target, "tot");
  const std::string explain = parameter(target, "uitleg");
  if (!explain.empty() && explain != "1") {
    return wrong("uitleg", explain, "geef 1, of laat hem weg");
  }
  request.explain = !explain.empty();
  return request;
}

}  // namespace

Result<void> check_parameters(const Target& target, std::initializer_list<std::string_view> names) {
  for (auto at = target.parameters.begin(); at != target.parameters.end(); ++at) {
    if (std::ranges::find(names, at->first) == names.end()) {
      std::string known;
      for (const std::string_view name : names) known += fmt::format(" {}", name);
      return failure(ErrorCode::usage, fmt::format("onbekende parameter '{}'", at->first),
                     known.empty() ? "dit adres kent geen parameters" : "kies uit" + known);
    }
    const auto same = [&](const auto& other) { return other.first == at->first; };
    if (std::any_of(target.parameters.begin(), at, same)) {
      return failure(ErrorCode::usage,
                     fmt::format("de parameter '{}' staat er twee keer", at->first),
                     "laat er een weg");
    }
  }
  return {};
}

std::string parameter(const Target& target, std::string_view name) {
  for (const auto& [known, value] : target.parameters) {
    if (known == name) return value;
  }
  return {};
}

Result<SearchRequest> results_request(const Target& target) {
  auto known = check_parameters(target, {"q", "soort", "dossier", "van", "tot", "indiener",
                                         "commissie", "sort", "pagina", "uitleg"});
  if (!known) return tl::unexpected(known.error());
  auto request = filtered_request(target);
  if (!request) return request;
  const auto page = number(target, "pagina", 1, 1, highest_offset / page_size + 1);
  if (!page) return tl::unexpected(page.error());
  request->limit = page_size;
  request->offset = (*page - 1) * page_size;
  return request;
}

Result<SearchRequest> api_request(const Target& target) {
  auto known = check_parameters(target, {"q", "soort", "dossier", "van", "tot", "indiener",
                                         "commissie", "sort", "offset", "limit", "uitleg"});
  if (!known) return tl::unexpected(known.error());
  auto request = filtered_request(target);
  if (!request) return request;
  const auto offset = number(target, "offset", 0, 0, highest_offset);
  if (!offset) return tl::unexpected(offset.error());
  const auto limit = number(target, "limit", page_size, 1, highest_limit);
  if (!limit) return tl::unexpected(limit.error());
  request->offset = *offset;
  request->limit = *limit;
  return request;
}

Result<std::size_t> similar_limit(const Target& target) {
  auto known = check_parameters(target, {"limit"});
  if (!known) return tl::unexpected(known.error());
  return number(target, "limit", page_size, 1, highest_limit);
}

Result<SearchRequest> export_request(const Target& target) {
  auto known = check_parameters(
      target, {"q", "soort", "dossier", "van", "tot", "indiener", "commissie", "sort"});
  if (!known) return tl::unexpected(known.error());
  auto request = filtered_request(target);
  if (request) request->time_limit = export_time;
  return request;
}

Result<SearchRequest> feed_request(const Target& target) {
  auto known =
      check_parameters(target, {"q", "soort", "dossier", "van", "tot", "indiener", "commissie"});
  if (!known) return tl::unexpected(known.error());
  auto request = filtered_request(target);
  if (request) request->sort = Sort::nieuwste;
  return request;
}

Sort default_sort(std::string_view query) {
  const bool blank = query.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return blank ? Sort::nieuwste : Sort::relevantie;
}

}  // namespace kamerzoek::web
