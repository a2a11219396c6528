#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "search/suggestions_json.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

constexpr std::size_t most_suggestions = 8;

}  // namespace

Response api_suggest(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {"q", "format"}); !known) {
    return problem(target, known.error());
  }
  const std::string format = parameter(target, "format");
  if (!format.empty() && format != "json" && format != "opensearch") {
    return problem(target, {ErrorCode::usage, "de parameter 'format' kan dat niet zijn",
                            "kies uit json en opensearch"});
  }
  const auto suggestions = searcher.suggest(parameter(target, "q"), most_suggestions);
  if (!suggestions) return problem(target, suggestions.error());
  if (format == "opensearch") {
    return {.type = "application/x-suggestions+json",
            .body = dump(opensearch_json(*suggestions)) + "\n"};
  }
  return {.type = "application/json", .body = dump(to_json(*suggestions)) + "\n"};
}

}  // namespace kamerzoek::web
