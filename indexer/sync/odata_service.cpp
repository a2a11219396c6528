#include "indexer/sync/odata_service.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kamerzoek::sync {
namespace {

constexpr std::size_t page_size = 250;  // the most that the service gives at once

constexpr std::size_t longest_query = 2'000;

/// With what may not stand in an address written as RFC 3986 has it.
std::string encoded(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       std::string_view("-._~:,;()$/=").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// An option of a query.
std::string option(std::string_view name, std::string_view value) {
  return fmt::format("{}={}", name, encoded(value));
}

std::string options_of_match(const std::string& expand, const std::string& filter,
                             std::size_t skip) {
  std::string options = option("$orderby", "Id") + "&" + option("$filter", filter);
  if (!expand.empty()) options += "&" + option("$expand", expand);
  if (skip > 0) options += "&" + option("$skip", std::to_string(skip));
  return options;
}

bool in_order(const OdataPage& page, const OdataQuery& query) {
  const bool forward = query.direction == Direction::forward;
  const auto& places = page.places;
  const auto later = [&](const OdataPage::Place& a, const OdataPage::Place& b) {
    return forward ? a.stamp < b.stamp : a.stamp > b.stamp;
  };
  if (!std::ranges::is_sorted(places, later)) return false;
  return query.bound.empty() || places.empty() || !later(places.front(), {query.bound, {}});
}

/// Fewer than the service gives at once, and yet not all.
bool lacks_some(const FetchedPage& fetched, const OdataQuery& query) {
  const OdataPage& page = fetched.page;
  if (page.has_next) return page.size < page_size;
  return page.count && query.skip + page.size < std::min(*page.count, query.skip + page_size);
}

}  // namespace

Result<FetchedPage> OdataService::changes(const OdataQuery& query) {
  auto fetched = ask(query);
  return fetched && lacks_some(*fetched, query) ? ask(query) : fetched;
}

Result<FetchedPage> OdataService::ask(const OdataQuery& query) {
  const bool forward = query.direction == Direction::forward;
  std::string options =
      option("$orderby", forward ? "ApiGewijzigdOp,Id" : "ApiGewijzigdOp desc,Id desc");
  if (!query.bound.empty()) {
    const std::string_view within = forward ? "ge" : "le";
    options += "&" + option("$filter", fmt::format("ApiGewijzigdOp {} {}", within, query.bound));
  }
  if (!query.expand.empty()) options += "&" + option("$expand", query.expand);
  if (query.skip > 0) options += "&" + option("$skip", std::to_string(query.skip));
  if (query.count) options += "&$count=true";
  return fetch(query.set, options,
               [&query](const OdataPage& page) { return in_order(page, query); });
}

Result<FetchedPage> OdataService::matching(const std::string& set, const std::string& expand,
                                           const std::string& filter, std::size_t skip,
                                           const Fits& fits) {
  return fetch(set, options_of_match(expand, filter, skip), fits);
}

std::size_t OdataService::most_terms(const std::string& expand, const std::string& term) {
  constexpr std::size_t far = 1'000'000;
  const std::size_t others = options_of_match(expand, {}, far).size();
  const std::size_t each = encoded(term + " or ").size();
  return others + each < longest_query ? (longest_query - others) / each : 1;
}

std::string OdataService::resource(const std::string& guid) const {
  return fmt::format("{}/Document({})/resource", base_, guid);
}

Result<FetchedPage> OdataService::fetch(const std::string& set, const std::string& options,
                                        const Fits& fits) {
  FetchedPage fetched;
  const auto check = [&](const HttpResponse& response) -> std::optional<std::string> {
    auto page = odata_page(response.body);
    if (!page) return page.error().message;
    if (page->type != set || !fits(*page)) return "de bladzijde past niet bij de vraag";
    fetched.page = *std::move(page);
    return std::nullopt;
  };
  auto answer = client_.get({.url = fmt::format("{}/{}?{}", base_, set, options)}, check);
  if (!answer) {
    return failure(ErrorCode::unreadable, fmt::format("{}: {}", set, answer.error().message));
  }
  if (answer->status != 200) {
    return failure(ErrorCode::not_found,
                   fmt::format("{}: de server antwoordt {}", set, answer->status),
                   "is dit het adres van de OData-dienst?");
  }
  fetched.body = std::move(answer->body);
  fetched.is_last = !fetched.page.has_next && fetched.page.size < page_size;
  return fetched;
}

}  // namespace kamerzoek::sync
