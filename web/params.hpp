#pragma once

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "corpus/model/result.hpp"
#include "search/result_page.hpp"
#include "web/target.hpp"

namespace kamerzoek::web {

inline constexpr std::size_t page_size = 10;
inline constexpr std::size_t highest_offset = 1'000'000;
inline constexpr std::size_t highest_limit = 100;
/// One search may not hold up the others for longer.
inline constexpr std::chrono::milliseconds search_time{1000};
/// An export has more to put in order, and few run at a time.
inline constexpr std::chrono::milliseconds export_time{10'000};

/// Fails (usage), naming the parameter, when there is one that is not among `names`, or one twice.
Result<void> check_parameters(const Target& target, std::initializer_list<std::string_view> names);

/// The value of a parameter; empty when it is not there.
std::string parameter(const Target& target, std::string_view name);

/// The request of /zoeken: q, soort, dossier, van, tot, indiener, commissie, sort, pagina (from 1)
/// and uitleg (1). Fails (usage), naming the parameter.
Result<SearchRequest> results_request(const Target& target);

/// The request of /api/v1/search: the same, with offset and limit instead of pagina.
Result<SearchRequest> api_request(const Target& target);

/// How many similar documents: limit, the only parameter there. Fails (usage), naming it.
Result<std::size_t> similar_limit(const Target& target);

/// The request of /zoeken.csv and the other exports: that of /zoeken without pagina.
Result<SearchRequest> export_request(const Target& target);

/// The request of a feed: that of /zoeken without sort and pagina; newest first.
Result<SearchRequest> feed_request(const Target& target);

/// How an empty query is sorted is not how words are: nothing is more relevant than another.
Sort default_sort(std::string_view query);

}  // namespace kamerzoek::web
