
#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/schema/sync_status.hpp"
#include "search/links_json.hpp"
#include "search/result_json.hpp"
#include "web/embedded.hpp"
#include "web/notation.hpp"
#include "web/originals.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

Response json_answer(const nlohmann::ordered_json& value) {
  return {.type = "application/json", .body = dump(value) + "\n"};
}

template <class T>
Response answer(const Target& target, const Result<T>& result) {
  return result ? json_answer(to_json(*result)) : problem(target, result.error());
}

/// Where a file lies on this machine is nobody's business; where it is given out is.
void hide_origins(nlohmann::ordered_json& json, const Record& record) {
  const auto sources = json.find("bronnen");
  if (sources == json.end()) return;
  const auto originals = originals_of(record);
  for (nlohmann::ordered_json& source : *sources) {
    source.erase("oorsprong");
    const auto digest = source.find("sha256");
    if (digest == source.end()) continue;
    const auto file = std::ranges::find(originals, digest->get<std::string>(), &Original::digest);
    if (file != originals.end()) {
      source["origineel"] = original_address(record.kind, id(record), *file);
    }
  }
}

/// The schemas of the description as a document of their own, for validators that want one.
std::string schema_document() {
  const auto description = nlohmann::ordered_json::parse(embedded_file("api/openapi.json")->text);
  const nlohmann::ordered_json document = {{"$schema", description["jsonSchemaDialect"]},
                                           {"$defs", description["components"]["schemas"]}};
  std::string text = document.dump(2) + "\n";
  constexpr std::string_view there = "#/components/schemas/";
  for (std::size_t at = 0; (at = text.find(there, at)) != std::string::npos;) {
    text.replace(at, there.size(), "#/$defs/");
  }
  return text;
}

}  // namespace

Response api_search(const Target& target, Searcher& searcher) {
  const auto request = api_request(target);
  if (!request) return problem(target, request.error());
  return answer(target, searcher.search(*request));
}

Response api_document(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto record = searcher.show(target.path.back());
  if (!record) return problem(target, record.error());
  nlohmann::ordered_json value = to_json(*record);
  hide_origins(value, record->record);
  if (const auto zaken = value.find("zaken"); zaken != value.end()) {
    for (nlohmann::ordered_json& zaak : *zaken) hide_origins(zaak, {});
  }
  return json_answer(value);
}

Response api_references(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  return answer(target, searcher.links(target.path[3]));
}

Response api_similar(const Target& target, Searcher& searcher) {
  const auto limit = similar_limit(target);
  if (!limit) return problem(target, limit.error());
  return answer(target, searcher.similar(target.path[3], *limit));
}

Response api_dossier(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  return answer(target, searcher.dossier(target.path.back()));
}

Response api_description(const Target& target, Searcher& /*searcher*/) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  return {.type = "application/json", .body = std::string(embedded_file("api/openapi.json")->text)};
}

Response api_schema(const Target& target, Searcher& /*searcher*/) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  static const std::string document = schema_document();
  return {.type = "application/schema+json", .body = document};
}

Response health(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto freshness = searcher.freshness();
  if (!freshness) return problem(target, freshness.error());
  nlohmann::ordered_json value = {{"status", "ok"}, {"documents", freshness->documents}};
  if (freshness->newest) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto& date = *freshness->newest;
    value["nieuwste"] = iso_date(date);
    value["dagenOud"] = (today - std::chrono::sys_days(date)).count();
  }
  if (freshness->sync) {
    value["sync"] = to_json(*freshness->sync);
    value["sync"]["zonderTekst"] = freshness->without_text;
    const auto behind = schema::behind(*freshness->sync, std::chrono::system_clock::now());
    if (behind) value["sync"]["achter"] = behind->count();
  }
  return json_answer(value);
}

Response opensearch(const Target& target, Searcher& /*searcher*/) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  if (target.site.empty()) return no_site(target);
  return {.type = "application/opensearchdescription+xml",
          .body = render("opensearch", {{"site", target.site}})};
}

}  // namespace kamerzoek::web
